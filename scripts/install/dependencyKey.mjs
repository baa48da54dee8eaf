import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repository, workspaces } from '../repository.mjs';

/**
 * Names all that decides what an installation looks like.
 *
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
export function dependencyKey({ nodeVersion, yarnVersion }) {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([process.platform, process.arch, nodeVersion, yarnVersion]),
  );
  const files = [
    ...['yarn.lock', '.yarnrc.yml', 'package.json'].map(name =>
      join(repository, name),
    ),
    ...workspaces().map(({ folder }) => join(folder, 'package.json')),
  ];
  for (const file of files) {
    hash.update(
      JSON.stringify([relative(repository, file), readFileSync(file, 'utf8')]),
    );
  }
  return hash.digest('hex').slice(0, 16);
}
