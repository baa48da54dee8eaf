import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where this user keeps what every clone of the repository can use. The sandbox's tools are there, too. */
export const userCache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'progressive-delivery',
);

/**
 * Fills a folder beside its destination and renames it into place, so that what is there is always complete.
 *
 * @param {string} destination
 * @param {(temporary: string) => Promise<void>} fill
 */
export async function placeAtomically(destination, fill) {
  await mkdir(dirname(destination), { recursive: true });
  await removeAbandoned(dirname(destination));
  const temporary = `${destination}~${process.pid}`;
  try {
    await fill(temporary);
    await rename(temporary, destination);
  } catch (error) {
    // Another process may have been first, with the same.
    if (!existsSync(destination)) {
      throw error;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Removes all but the newest entries of a folder of the cache.
 *
 * @param {string} folder
 * @param {number} keep
 */
export async function keepNewest(folder, keep) {
  const paths = (await readdir(folder))
    .filter(name => !name.includes('~'))
    .map(name => join(folder, name));
  const aged = await Promise.all(
    paths.map(async path => ({ path, time: (await stat(path)).mtimeMs })),
  );
  aged.sort((a, b) => b.time - a.time);
  for (const { path } of aged.slice(keep)) {
    // Renamed first: whoever finds it must not find half of it.
    const leaving = `${path}~${process.pid}`;
    await rename(path, leaving);
    await rm(leaving, { recursive: true, force: true });
  }
}

/**
 * Removes what interrupted processes left.
 *
 * @param {string} folder
 */
async function removeAbandoned(folder) {
  for (const name of await readdir(folder)) {
    const [, pid] = name.split('~');
    if (pid && !isRunning(Number(pid))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
}
