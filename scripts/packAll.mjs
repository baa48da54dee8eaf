import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { checkPackedFiles } from './pack/packedFiles.mjs';
import { launch } from './processes/launch.mjs';
import { publishedWorkspaces, repository } from './repository.mjs';
import { say } from './say.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

// `yarn pack:all [FOLDER]`: builds what is published, as for a release, and packs it into the folder; default: `packed`.
await launch(async processes => {
  const folder = resolve(process.argv[2] ?? join(repository, 'packed'));
  const toolchain = await findToolchain(processes);
  await mkdir(folder, { recursive: true });
  /**
   * @param {string} cwd
   * @param {string[]} args
   */
  const yarn = async (cwd, ...args) => {
    /** @type {string[]} */
    const lines = [];
    await processes.run({
      name: `yarn ${args.join(' ')}`,
      command: toolchain.yarn,
      args,
      cwd,
      env: toolchain.environment,
      // Of interest only when it fails.
      onLine: line => lines.push(line),
    });
    return lines;
  };
  say('pack', 'typings');
  // Builds take them from `dist-types`.
  await yarn(repository, 'run', 'tsc:whole');
  for (const { folder: workspace, manifest } of publishedWorkspaces()) {
    const file = join(folder, `${basename(workspace)}.tgz`);
    await yarn(workspace, 'run', 'build');
    const packed = await yarn(workspace, 'pack', '--out', file, '--json');
    checkPackedFiles(
      manifest.name,
      packed
        .filter(line => line.startsWith('{'))
        .flatMap(line => JSON.parse(line).location ?? []),
    );
    say('pack', file);
  }
  return 0;
});
