import { useApi } from '@backstage/core-plugin-api';
import {
  Comparison,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useEffect, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../api';
import { toError } from '../errors/toError';

/** A comparison that is `renewing` is shown until the next one is there. */
export type ComparisonResult =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | { state: 'loaded'; comparison: Comparison; renewing: boolean };

/**
 * What changing a switch would do. `reference` is memoized by the caller, and what calls this is mounted anew for another
 * change.
 */
export function useComparison(
  reference: TargetReference,
  { enabled, switch: switchId }: SwitchChange,
): { result: ComparisonResult; renew: () => void } {
  const api = useApi(progressiveDeliveryApiRef);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<ComparisonResult>({ state: 'loading' });

  useEffect(() => {
    const request = new AbortController();
    api
      .getComparison(
        reference,
        { switch: switchId, enabled },
        { signal: request.signal },
      )
      .then(
        comparison => {
          if (!request.signal.aborted) {
            setResult({ state: 'loaded', comparison, renewing: false });
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
