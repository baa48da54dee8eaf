import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { toError } from '../../errors/toError';
import { afterFailure, Polled } from '../../polling/Polled';
import { Poller } from '../../polling/Poller';

export interface Polling<T> {
  polled: Polled<T>;
  /** Asks now; settles with the request, whatever comes of it. */
  refresh: () => Promise<void>;
}

export interface UsePollingOptions<T> {
  /**
   * Memoized by the caller: another function means another thing to ask for, and starts anew. Absent: nothing is asked for
   * yet.
   */
  load?: (signal: AbortSignal) => Promise<T>;
  /** How long to wait after this value, in milliseconds. */
  intervalAfter: (value: T) => number;
  /** The first wait after a failure, in milliseconds. */
  retryInterval: number;
}

/** The answer stays the same object as long as nothing has changed. */
export function usePolling<T>(options: UsePollingOptions<T>): Polling<T> {
  const { load, retryInterval } = options;
  const intervalAfter = useLatest(options.intervalAfter);
  const poller = useRef<Poller<T>>();
  const [polled, setPolled] = useState<Polled<T>>({ state: 'loading' });

  useEffect(() => {
    setPolled({ state: 'loading' });
    if (!load) {
      return undefined;
    }
    const started = Poller.start<T>({
      load,
      intervalAfter: value => intervalAfter.current(value),
      retryInterval,
      onValue: value =>
        setPolled({ state: 'loaded', value, receivedAt: Date.now() }),
      onError: error => setPolled(last => afterFailure(last, toError(error))),
    });
    poller.current = started;
    return () => {
      poller.current = undefined;
      started.stop();
    };
  }, [load, retryInterval, intervalAfter]);

  const refresh = useCallback(async () => poller.current?.refresh(), []);
  return useMemo(() => ({ polled, refresh }), [polled, refresh]);
}
