import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GitRun } from './GitCommand';
import { ResolvedRevision } from './resolveRevision';
import { StoreDirectory } from './StoreDirectory';

/** Packs, of which each fetch leaves one: with many, reading becomes slow, and each takes some blocks of the disk. */
const MOST_PACKS = 10;

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

/** Makes one pack of many, now and then. Those who are reading find their objects in the new one. */
async function joinPacks(store: StoreDirectory): Promise<void> {
  const files = await readdir(join(store.path, 'objects', 'pack'));
  if (files.filter(name => name.endsWith('.pack')).length > MOST_PACKS) {
    await store.command(['repack', '--quiet', '-a', '-d'], {
      // It is to know that objects can be missing; it may not fetch them.
      settings: { 'remote.origin.promisor': 'true' },
    });
  }
}
