import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes';
import { TargetsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef } from '../../api';
import { clusterSignInApiRef } from '../../api/ClusterSignIn';
import { Polling, usePolling } from '../requests/usePolling';

const INTERVAL_MILLISECONDS = 10_000;
/** While something of a target is not known yet. */
const PENDING_INTERVAL_MILLISECONDS = 2_000;

/**
 * The delivery targets of the entity in context.
 *
 * @param options - `signIn`: whether the user may be asked to sign in at a cluster for it; default: true
 */
export function useTargets({
  signIn = true,
}: { signIn?: boolean } = {}): Polling<TargetsResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const clusterSignIn = useApi(clusterSignInApiRef);
  // Not every app has the frontend of the Kubernetes plugin.
  const authProviders = useApiHolder().get(kubernetesAuthProvidersApiRef);
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => {
      clusterSignIn.connect(authProviders);
      return api.getTargets({ kind, namespace, name }, { signal, signIn });
    },
    [api, authProviders, clusterSignIn, kind, namespace, name, signIn],
  );
  return usePolling({
    load,
    intervalAfter: ({ targets }) =>
      targets.some(
        ({ live, rendering }) =>
          live.state === 'pending' || rendering.state === 'pending',
      )
        ? PENDING_INTERVAL_MILLISECONDS
        : INTERVAL_MILLISECONDS,
    retryInterval: INTERVAL_MILLISECONDS,
  });
}
