import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../say.mjs';
import { placeAtomically, userCache } from '../userCache.mjs';

/**
 * Where an npm package and its commands are in the user's cache, fetched with npm when it is not there yet.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {string} name
 * @param {string} version
 */
export async function fetchPackage(processes, name, version) {
  const folder = join(
    userCache,
    'toolchain',
    `${name.replace('@', '').replace('/', '-')}-${version}`,
  );
  if (!existsSync(folder)) {
    say('toolchain', `fetching ${name} ${version}`);
    await placeAtomically(folder, async temporary => {
      await mkdir(temporary);
      // Without it, npm looks for a project in the folders above.
      await writeFile(join(temporary, 'package.json'), '{ "private": true }\n');
      await processes.run({
        name: `npm install ${name}@${version}`,
        command: 'npm',
        args: [
          ...['install', '--prefix', temporary, '--ignore-scripts'],
          ...['--no-package-lock', '--no-audit', '--no-fund'],
          `${name}@${version}`,
        ],
        cwd: temporary,
        onLine: () => undefined,
      });
    });
  }
  return {
    folder: join(folder, 'node_modules', name),
    commands: join(folder, 'node_modules', '.bin'),
  };
}
