import { hasStatusCode } from '../errors/hasStatusCode';

/**
 * What is known of something that is asked for again and again.
 *
 * - `failed`: nothing is known
 * - `loaded`: the last answer; with `failure` where a later request failed, so that the answer may be out of date
 */
export type Polled<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | {
      state: 'loaded';
      value: T;
      /** Milliseconds since the epoch, by this browser's clock. */
      receivedAt: number;
      failure?: Error;
    };

/** Keeps the last answer when a later request fails, except where the backend now says that it may not be seen. */
export function afterFailure<T>(last: Polled<T>, error: Error): Polled<T> {
  return last.state === 'loaded' && !hasStatusCode(error, 403)
    ? { ...last, failure: error }
    : { state: 'failed', error };
}
