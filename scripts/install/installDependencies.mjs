import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { say } from '../say.mjs';
import { dependencyKey } from './dependencyKey.mjs';
import { InstallStamp } from './InstallStamp.mjs';
import { SharedInstallation } from './SharedInstallation.mjs';

/** Yarn's codes for steps, which tell how far it is; its many notes on packages are for whoever changes them. */
const step = /^➤ YN0000: (?:┌|·) (.*)$/;

/**
 * Installs the dependencies, unless they are as the lockfile wants them. A new clone takes over what another clone of
 * this user has installed, which takes seconds instead of minutes.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
export async function installDependencies(processes, toolchain) {
  const key = dependencyKey(toolchain);
  const stamp = new InstallStamp(key);
  if (await stamp.holds()) {
    return;
  }
  const shared = new SharedInstallation(processes, key);
  if (!existsSync(join(repository, 'node_modules')) && (await shared.take())) {
    say('install', 'dependencies taken over from another clone');
    return;
  }
  say('install', 'installing dependencies');
  await stamp.remove();
  await processes.run({
    name: 'yarn install',
    command: toolchain.yarn,
    args: ['install', '--immutable', '--inline-builds'],
    cwd: repository,
    env: toolchain.environment,
    onLine: line => {
      const [, said] = step.exec(line) ?? [];
      if (said) {
        say('install', said);
      }
    },
  });
  await stamp.write();
  // Takes a while, and nobody has to wait for it.
  shared.offer();
}
