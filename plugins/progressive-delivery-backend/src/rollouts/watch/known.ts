import { WatchLease } from '../../clusters/watch/SharedWatches';

/** The lease, where its list has been read at least once. */
export function known<T>(
  lease: WatchLease<T> | undefined,
): WatchLease<T> | undefined {
  const state = lease?.state;
  return state && state.state !== 'starting' && state.observedAt
    ? lease
    : undefined;
}

export function isKnown(lease: WatchLease<unknown> | undefined): boolean {
  return known(lease) !== undefined;
}
