import { useApi } from '@backstage/core-plugin-api';
import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useEffect, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../api';
import { toError } from '../errors/toError';

export type ComparisonResult =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | { state: 'loaded'; comparison: Comparison };

/** What flipping a switch would change. `reference` is memoized by the caller. */
export function useComparison(
  reference: TargetReference,
  switchId: string,
  enabled: boolean,
): { result: ComparisonResult; retry: () => void } {
  const api = useApi(progressiveDeliveryApiRef);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<ComparisonResult>({ state: 'loading' });

  useEffect(() => {
    const request = new AbortController();
    setResult({ state: 'loading' });
    api
      .getComparison(
        reference,
        { switch: switchId, enabled },
        { signal: request.signal },
      )
      .then(
        comparison => {
          if (!request.signal.aborted) {
            setResult({ state: 'loaded', comparison });
          }
        },
        thrown => {
          if (!request.signal.aborted) {
            setResult({ state: 'failed', error: toError(thrown) });
          }
        },
      );
    return () => request.abort();
  }, [api, reference, switchId, enabled, attempt]);

  const retry = useCallback(() => setAttempt(last => last + 1), []);
  return { result, retry };
}
