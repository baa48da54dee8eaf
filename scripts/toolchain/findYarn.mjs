import { join } from 'node:path';
import { LauncherError } from '../LauncherError.mjs';
import { readManifest, repository } from '../repository.mjs';
import { fetchPackage } from './fetchPackage.mjs';

/**
 * Yarn's script, to be run with Node: the one that runs us where that is the pinned one.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @returns {Promise<{ script: string, version: string, commands: string[] }>} `commands` are folders for the PATH.
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
    // It has put its own command on the PATH already.
    return { script: running, version, commands: [] };
  }
  const { folder, commands } = await fetchPackage(
    processes,
    '@yarnpkg/cli-dist',
    version,
  );
  return {
    script: join(folder, 'bin', 'yarn.js'),
    version,
    commands: [commands],
  };
}
