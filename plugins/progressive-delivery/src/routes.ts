import { createRouteRef } from '@backstage/core-plugin-api';

/** The page with all components, in both frontend systems. */
export const fleetRouteRef = createRouteRef({
  id: 'progressive-delivery:fleet',
});

/** The entity's tab, in both frontend systems. */
export const entityContentRouteRef = createRouteRef({
  id: 'progressive-delivery:entity-content',
});
