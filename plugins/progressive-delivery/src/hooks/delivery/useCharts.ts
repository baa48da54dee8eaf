import { useApi } from '@backstage/core-plugin-api';
import { ChartsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import {
  chartsInterval,
  UNDERWAY_INTERVAL_MILLISECONDS,
} from './chartsInterval';
import { Polling, usePolling } from '../requests/usePolling';

/**
 * The charts that a target renders, and whether they can be prepared. `reference` is memoized by the caller.
 *
 * @param options - `wanted`: whether they are asked for; few targets lack a switch. Default: true
 */
export function useCharts(
  reference: TargetReference,
  { wanted = true }: { wanted?: boolean } = {},
): Polling<ChartsResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getCharts(reference, { signal }),
    [api, reference],
  );
  return usePolling({
    load: wanted ? load : undefined,
    intervalAfter: chartsInterval,
    retryInterval: UNDERWAY_INTERVAL_MILLISECONDS,
  });
}
