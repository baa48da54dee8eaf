import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { TargetsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef } from '../api';
import { Polling, usePolling } from './usePolling';

const INTERVAL_MILLISECONDS = 10_000;

/** The delivery targets of the entity in context. */
export function useTargets(): Polling<TargetsResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getTargets({ kind, namespace, name }, { signal }),
    [api, kind, namespace, name],
  );
  return usePolling({
    load,
    intervalAfter: () => INTERVAL_MILLISECONDS,
    retryInterval: INTERVAL_MILLISECONDS,
  });
}
