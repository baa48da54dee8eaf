import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's tab, in both frontend systems. */
export const entityContentRouteRef = createRouteRef({
  id: 'progressive-delivery:entity-content',
});
