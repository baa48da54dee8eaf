import { useApi } from '@backstage/core-plugin-api';
import {
  FleetQuery,
  FleetResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef } from '../../api';
import { Polling, usePolling } from '../requests/usePolling';

const INTERVAL_MILLISECONDS = 10_000;
/** While some of it is being read. */
const PENDING_INTERVAL_MILLISECONDS = 2_000;

/** A page of all components. */
export function useFleet(query: Partial<FleetQuery>): Polling<FleetResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const { cursor, filter, limit, order, search, sort } = query;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getFleet({ cursor, filter, limit, order, search, sort }, { signal }),
    [api, cursor, filter, limit, order, search, sort],
  );
  return usePolling({
    load,
    intervalAfter: ({ reading }) =>
      reading.state === 'pending'
        ? PENDING_INTERVAL_MILLISECONDS
        : INTERVAL_MILLISECONDS,
    retryInterval: INTERVAL_MILLISECONDS,
  });
}
