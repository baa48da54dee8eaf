import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { launch } from './processes/launch.mjs';
import { repository, workspaces } from './repository.mjs';
import { say } from './say.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

// `yarn pack:all [FOLDER]`: builds what is published, as for a release, and packs it into the folder; default: `packed`.
await launch(async processes => {
  const folder = resolve(process.argv[2] ?? join(repository, 'packed'));
  const toolchain = await findToolchain(processes);
  await mkdir(folder, { recursive: true });
  /** @param {string} cwd @param {string[]} args */
  const yarn = (cwd, ...args) =>
    processes.run({
      name: `yarn ${args.join(' ')}`,
      command: toolchain.yarn,
      args,
      cwd,
      env: toolchain.environment,
      // Of interest only when it fails.
      onLine: () => undefined,
    });
  say('pack', 'typings');
  // Builds take them from `dist-types`.
  await yarn(repository, 'run', 'tsc:whole');
  for (const { folder: workspace, manifest } of workspaces()) {
    if (!manifest.private) {
      const file = join(folder, `${basename(workspace)}.tgz`);
      await yarn(workspace, 'run', 'build');
      await yarn(workspace, 'pack', '--out', file);
      say('pack', file);
    }
  }
  return 0;
});
