import { useCallback, useEffect, useState } from 'react';
import { toError } from '../../errors/toError';

/** An answer that is `renewing` is shown until the next one is there. */
export type Renewable<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | { state: 'loaded'; value: T; renewing: boolean };

/**
 * Asks once, and once more whenever it is renewed: what may take long.
 *
 * @param load - memoized by the caller, which is mounted anew to ask for something else
 */
export function useRenewable<T>(load: (signal: AbortSignal) => Promise<T>): {
  result: Renewable<T>;
  renew: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Renewable<T>>({ state: 'loading' });

  useEffect(() => {
    const request = new AbortController();
    load(request.signal).then(
      value => {
        if (!request.signal.aborted) {
          setResult({ state: 'loaded', value, renewing: false });
        }
      },
      thrown => {
        if (!request.signal.aborted) {
          setResult({ state: 'failed', error: toError(thrown) });
        }
      },
    );
    return () => request.abort();
  }, [load, attempt]);

  const renew = useCallback(() => {
    setResult(last =>
      last.state === 'loaded'
        ? { ...last, renewing: true }
        : { state: 'loading' },
    );
    setAttempt(last => last + 1);
  }, []);
  return { result, renew };
}
