import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ClusterSignIn, clusterSignInApiRef } from './api/ClusterSignIn';
import { progressiveDeliveryApiRef } from './api';
import { lazyClient } from './api/lazyClient';
import {
  entityContentRouteRef,
  fleetRouteRef,
  kubernetesRouteRef,
} from './routes';

/**
 * The plugin, for the legacy frontend system.
 *
 * @public
 */
export const progressiveDeliveryPlugin = createPlugin({
  id: 'progressive-delivery',
  apis: [
    createApiFactory({
      api: progressiveDeliveryApiRef,
      deps: {
        clusterSignIn: clusterSignInApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: options => lazyClient(options),
    }),
    createApiFactory({
      api: clusterSignInApiRef,
      deps: {},
      factory: () => ClusterSignIn.create(),
    }),
  ],
  routes: { root: fleetRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { kubernetes: kubernetesRouteRef },
});

/**
 * The entity's tab, for the legacy frontend system.
 *
 * @public
 */
export const EntityProgressiveDeliveryContent =
  progressiveDeliveryPlugin.provide(
    createRoutableExtension({
      name: 'EntityProgressiveDeliveryContent',
      component: () =>
        import('./components/Tab/LegacyTab').then(m => m.LegacyTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The card on an entity's overview, for the legacy frontend system. Needs the tab, to which it links.
 *
 * @public
 */
export const EntityProgressiveDeliveryCard = progressiveDeliveryPlugin.provide(
  createComponentExtension({
    name: 'EntityProgressiveDeliveryCard',
    component: {
      lazy: () =>
        import('./components/Card/LegacyEntityCard').then(
          m => m.LegacyEntityCard,
        ),
    },
  }),
);

/**
 * The warning on an entity's page while a rollout waits or fails, for the legacy frontend system; nothing otherwise. Needs
 * the tab, to which it links.
 *
 * @public
 */
export const EntityProgressiveDeliveryWarning =
  progressiveDeliveryPlugin.provide(
    createComponentExtension({
      name: 'EntityProgressiveDeliveryWarning',
      component: {
        lazy: () =>
          import('./components/Warning/LegacyEntityWarning').then(
            m => m.LegacyEntityWarning,
          ),
      },
    }),
  );

/**
 * The page with all components, for the legacy frontend system.
 *
 * @public
 */
export const ProgressiveDeliveryPage = progressiveDeliveryPlugin.provide(
  createRoutableExtension({
    name: 'ProgressiveDeliveryPage',
    component: () =>
      import('./components/Fleet/LegacyFleetPage').then(m => m.LegacyFleetPage),
    mountPoint: fleetRouteRef,
  }),
);
