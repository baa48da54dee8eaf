import { isAbsolute, join } from 'node:path';
import { repository } from '../repository.mjs';
import { say } from '../say.mjs';

/**
 * Builds what the sandbox is made of, and what the tests need besides, unless it is in the user's cache.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
export async function buildTools(processes, toolchain) {
  // Without a name, it builds all that the sandbox is made of; Helm 3 is none of that.
  for (const names of [[], ['helm3']]) {
    await processes.run({
      name: 'yarn sandbox build',
      command: toolchain.node,
      args: [
        join(repository, 'packages/sandbox/bin/sandbox'),
        'build',
        ...names,
      ],
      env: toolchain.environment,
      // It ends with one path a line, for scripts.
      onLine: line => {
        if (!isAbsolute(line)) {
          say('sandbox', line.replace(/^sandbox +\d+:\d\d {2}/, ''));
        }
      },
    });
  }
}
