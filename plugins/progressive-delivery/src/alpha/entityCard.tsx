import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export const entityCard = EntityCardBlueprint.make({
  params: {
    // Beside "About", at the top, where it is seen without scrolling.
    type: 'info',
    filter: isProgressiveDeliveryAvailable,
    loader: async () => {
      const { LinkedEntityCard } = await import('./LinkedEntityCard');
      return <LinkedEntityCard />;
    },
  },
});
