import { useRouteRef } from '@backstage/core-plugin-api';
import { entityContentRouteRef } from '../../routes';
import { ProgressiveDeliveryCard } from './ProgressiveDeliveryCard';

/** The card, with its link resolved by the legacy frontend system. */
export const LegacyEntityCard = () => {
  const tab = useRouteRef(entityContentRouteRef);
  return <ProgressiveDeliveryCard tabPath={tab()} />;
};
