import { WatchLease } from '../../clusters/watch/SharedWatches';

/** The lease, where its list has been read at least once, as `HasSynced` of client-go says it. */
export function synced<T>(
  lease: WatchLease<T> | undefined,
): WatchLease<T> | undefined {
  const state = lease?.state;
  return state && state.state !== 'starting' && state.observedAt
    ? lease
    : undefined;
}

export function isSynced(lease: WatchLease<unknown> | undefined): boolean {
  return synced(lease) !== undefined;
}
