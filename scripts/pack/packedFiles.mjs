import { LauncherError } from '../LauncherError.mjs';
import { NOTICES } from '../notices/noticesOf.mjs';

/** What every published package has besides its code. */
export const ALWAYS_PACKED = ['LICENSE', 'README.md', 'CHANGELOG.md', NOTICES];

/**
 * Judges a tarball by the paths in it.
 *
 * @param {string} name Of its package.
 * @param {string[]} paths
 * @throws LauncherError where it lacks something, or has what is not ours
 */
export function checkPackedFiles(name, paths) {
  const missing = ALWAYS_PACKED.filter(file => !paths.includes(file));
  if (missing.length > 0) {
    throw new LauncherError(`${name} is packed without ${missing.join(', ')}`);
  }
  // Where the build puts modules that it takes over from dependencies. THIRD-PARTY-NOTICES.md says that there are none.
  const others = paths.filter(path => path.includes('node_modules/'));
  if (others.length > 0) {
    throw new LauncherError(
      `${name} is packed with code of others: ${others.join(', ')}`,
    );
  }
}
