import { useApi } from '@backstage/core-plugin-api';
import { RolloutsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../api';
import { Polling, usePolling } from './usePolling';

export interface UseRolloutsOptions {
  /** In milliseconds; default: 3000. */
  interval?: number;
}

/** What runs of a target. `reference` is memoized by the caller. */
export function useRollouts(
  reference: TargetReference,
  options: UseRolloutsOptions = {},
): Polling<RolloutsResponse> {
  const { interval = 3000 } = options;
  const api = useApi(progressiveDeliveryApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getRollouts(reference, { signal }),
    [api, reference],
  );
  return usePolling({
    load,
    intervalAfter: () => interval,
    retryInterval: interval,
  });
}
