import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitRun } from '../command/GitCommand';
import { ResolvedRevision } from '../refs/resolveRevision';
import { StoreDirectory } from './StoreDirectory';

/** Packs, of which each fetch leaves one: with many, reading becomes slow, and each takes some blocks of the disk. */
const MOST_PACKS = 10;

/** Bytes of packs that are packed anew within a few seconds. */
const SMALL = 16 * 1024 * 1024;

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--filter=blob:none',
];

/**
 * Fetches a commit and its trees. What is new of a branch that we know comes without a depth: git then sends just that,
 * while a depth would make it send all trees again.
 */
export async function fetchCommit(
  store: StoreDirectory,
  { commit, branch }: ResolvedRevision,
  run: GitRun = {},
): Promise<void> {
  // No ref of ours is in the way of another: a branch `a` may be gone when `a/b` appears.
  const ref = branch
    ? `refs/progressive-delivery/branches/${encodeURIComponent(branch)}`
    : `refs/progressive-delivery/commits/${commit}`;
  const known = await store.local(['for-each-ref', ref], run);
  const depth = known ? [] : ['--depth=1'];
  await store.remote([...FETCH, ...depth, 'origin', `+${commit}:${ref}`], run);
  await joinPacks(store);
}

/** Fetches objects by their ids. It is what git itself does for missing ones, but all at once. */
export async function fetchObjects(
  store: StoreDirectory,
  ids: readonly string[],
  run: GitRun = {},
): Promise<void> {
  if (ids.length > 0) {
    await store.remote([...FETCH, '--stdin', 'origin'], {
      ...run,
      input: ids.map(id => `${id}\n`).join(''),
      // Told which commits we have, the remote would take us to have their files as well, and send none.
      settings: { 'fetch.negotiationAlgorithm': 'noop' },
    });
    await joinPacks(store);
  }
}

/**
 * Makes one pack of all, and looks for what is alike in them, unless they are so large that it would take longer than it
 * is worth. Nobody may fetch meanwhile; those who are reading find their objects in the new one.
 */
export async function packAnew(store: StoreDirectory): Promise<void> {
  const packs = await packsOf(store);
  const sizes = await Promise.all(
    packs.map(async pack => (await stat(pack)).size),
  );
  if (packs.length > 1 && sizes.reduce((sum, size) => sum + size) <= SMALL) {
    await repack(store, ['-f']);
  }
}

/** Makes one pack of many, now and then. Those who are reading find their objects in the new one. */
async function joinPacks(store: StoreDirectory): Promise<void> {
  if ((await packsOf(store)).length > MOST_PACKS) {
    await repack(store);
  }
}

async function packsOf(store: StoreDirectory): Promise<string[]> {
  const directory = join(store.path, 'objects', 'pack');
  const names = await readdir(directory);
  return names
    .filter(name => name.endsWith('.pack'))
    .map(name => join(directory, name));
}

async function repack(
  store: StoreDirectory,
  options: string[] = [],
): Promise<void> {
  await store.command(['repack', '--quiet', '-a', '-d', '-n', ...options], {
    // It is to know that objects can be missing; it may not fetch them.
    settings: { 'remote.origin.promisor': 'true' },
  });
}
