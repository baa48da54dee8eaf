import { join } from 'node:path';
import { LauncherError } from '../LauncherError.mjs';
import { readManifest, repository } from '../repository.mjs';
import { fetchPackage } from './fetchPackage.mjs';

/**
 * The pinned Yarn: the one that runs us where it is that.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @returns {Promise<{ command: string, version: string }>} The command needs `node` on the PATH.
 */
export async function findYarn(processes) {
  const { packageManager = '' } = readManifest(repository);
  const [, version] = /^yarn@([\d.]+)$/.exec(packageManager) ?? [];
  if (!version) {
    throw new LauncherError(
      'package.json does not say "packageManager": "yarn@<version>"',
    );
  }
  const { npm_config_user_agent: agent, npm_execpath: running } = process.env;
  if (running && agent?.startsWith(`yarn/${version} `)) {
    return { command: running, version };
  }
  const { commands } = await fetchPackage(
    processes,
    '@yarnpkg/cli-dist',
    version,
  );
  return { command: join(commands, 'yarn'), version };
}
