import { SyncedCommit } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A controller that is there makes the ReplicaSet by then, in milliseconds after the sync has ended. */
const LATEST = 15_000;

/**
 * The commit that a revision came with, where only one can be: its ReplicaSet was made while that was synced, or right
 * after. What was made by hand, by a controller that had to come back, or between two syncs that follow each other at
 * once, is of no commit that could be named.
 *
 * @param createdAt - ISO 8601; when the revision was made first
 */
export function commitOf(
  createdAt: string | undefined,
  syncs: readonly SyncedCommit[],
): SyncedCommit | undefined {
  if (createdAt === undefined) {
    return undefined;
  }
  const made = Date.parse(createdAt);
  const [first, ...others] = syncs.filter(
    ({ endedAt, startedAt }) =>
      Date.parse(startedAt) <= made &&
      (endedAt === undefined || made <= Date.parse(endedAt) + LATEST),
  );
  return others.every(({ commit }) => commit === first.commit)
    ? first
    : undefined;
}
