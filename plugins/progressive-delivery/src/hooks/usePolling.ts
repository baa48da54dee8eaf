import { useCallback, useEffect, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { hasStatusCode } from '../errors/hasStatusCode';
import { toError } from '../errors/toError';
import { Poller } from '../polling/Poller';

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

export interface Polling<T> {
  polled: Polled<T>;
  refresh: () => void;
}

export interface UsePollingOptions<T> {
  /** Memoized by the caller: another function means another thing to ask for, and starts anew. */
  load: (signal: AbortSignal) => Promise<T>;
  /** How long to wait after this value, in milliseconds. */
  intervalAfter: (value: T) => number;
  /** The first wait after a failure, in milliseconds. */
  retryInterval: number;
}

/** Keeps the last answer when a later request fails, except where the backend now says that it may not be seen. */
function afterFailure<T>(last: Polled<T>, error: Error): Polled<T> {
  return last.state === 'loaded' && !hasStatusCode(error, 403)
    ? { ...last, failure: error }
    : { state: 'failed', error };
}

export function usePolling<T>(options: UsePollingOptions<T>): Polling<T> {
  const { load, retryInterval } = options;
  const intervalAfter = useLatest(options.intervalAfter);
  const poller = useRef<Poller<T>>();
  const [polled, setPolled] = useState<Polled<T>>({ state: 'loading' });

  useEffect(() => {
    setPolled({ state: 'loading' });
    const started = Poller.start<T>({
      load,
      intervalAfter: value => intervalAfter.current(value),
      retryInterval,
      onValue: value =>
        setPolled({ state: 'loaded', value, receivedAt: Date.now() }),
      onError: error => setPolled(last => afterFailure(last, toError(error))),
    });
    poller.current = started;
    return () => started.stop();
  }, [load, retryInterval, intervalAfter]);

  const refresh = useCallback(() => poller.current?.refresh(), []);
  return { polled, refresh };
}
