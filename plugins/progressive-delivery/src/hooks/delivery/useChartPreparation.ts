import { useApi } from '@backstage/core-plugin-api';
import { ChartPreparation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { Renewable, useRenewable } from '../requests/useRenewable';

/**
 * What gives a chart the switch. `reference` is memoized by the caller, and what calls this is mounted anew for another
 * chart.
 */
export function useChartPreparation(
  reference: TargetReference,
  chart: string,
): { result: Renewable<ChartPreparation>; renew: () => void } {
  const api = useApi(progressiveDeliveryApiRef);
  return useRenewable(
    useCallback(
      signal => api.getChartPreparation(reference, chart, { signal }),
      [api, reference, chart],
    ),
  );
}
