import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The warning while a rollout waits or fails; it takes no room otherwise. */
export const entityWarning = EntityCardBlueprint.make({
  name: 'warning',
  params: {
    type: 'content',
    filter: isProgressiveDeliveryAvailable,
    loader: async () => {
      const { LinkedEntityWarning } = await import('./LinkedEntityWarning');
      return <LinkedEntityWarning />;
    },
  },
});
