import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page with all components, in both frontend systems. */
export const fleetRouteRef = createRouteRef({
  id: 'progressive-delivery:fleet',
});

/** The entity's tab, in both frontend systems. */
export const entityContentRouteRef = createRouteRef({
  id: 'progressive-delivery:entity-content',
});

/** The entity's Kubernetes tab, in the legacy frontend system; in the new one the app's extensions tell where that is. */
export const kubernetesRouteRef = createExternalRouteRef({
  id: 'progressive-delivery:kubernetes',
  optional: true,
  defaultTarget: 'kubernetes.entityContent',
});
