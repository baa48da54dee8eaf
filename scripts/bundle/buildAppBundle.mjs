import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LauncherError } from '../LauncherError.mjs';
import { repository } from '../repository.mjs';
import { say } from '../say.mjs';
import { keepNewest, placeAtomically, userCache } from '../userCache.mjs';
import { bundleKey } from './bundleKey.mjs';

const KEPT = 5;
const all = join(userCache, 'app-bundle');
const app = join(repository, 'packages', 'app');
const dist = join(app, 'dist');
const stamp = join(dist, '.bundle-key');

/**
 * Sees to it that `packages/app/dist` is what the sources say. Bundles are kept in the user's cache, so no clone builds
 * what another one has built.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
export async function buildAppBundle(processes, toolchain) {
  const key = bundleKey();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === key) {
    return;
  }
  const kept = join(all, key);
  if (existsSync(kept)) {
    // The stamp goes first and comes last: an interrupted copy has none.
    await rm(dist, { recursive: true, force: true });
    await cp(kept, dist, { recursive: true });
  } else {
    await build(processes, toolchain);
    await placeAtomically(kept, temporary =>
      cp(dist, temporary, { recursive: true }),
    );
    await keepNewest(all, KEPT);
  }
  await writeFile(stamp, key);
}

/**
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
async function build(processes, toolchain) {
  const cli = join(repository, 'node_modules/@backstage/cli/bin/backstage-cli');
  if (!existsSync(cli)) {
    throw new LauncherError(
      'The app cannot be built: its dependencies are not installed. Run "npm start", or "yarn install".',
    );
  }
  say('backstage', 'building the app');
  const started = Date.now();
  // It empties `dist` first, the stamp with it.
  await processes.run({
    name: 'The build of the app',
    command: toolchain.node,
    // The committed configuration alone, as in the key.
    args: [cli, 'package', 'build', '--config', '../../app-config.yaml'],
    cwd: app,
    env: toolchain.environment,
    // A list of 200 files, of interest only when it fails.
    onLine: () => undefined,
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  say('backstage', `built the app in ${seconds} s`);
}
