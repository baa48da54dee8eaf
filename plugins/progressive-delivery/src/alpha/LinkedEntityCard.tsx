import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ProgressiveDeliveryCard } from '../components/Card/ProgressiveDeliveryCard';
import { entityContentRouteRef } from '../routes';

/** The card, with its link resolved by the new frontend system, in which the tab may be switched off. */
export const LinkedEntityCard = () => {
  const tab = useRouteRef(entityContentRouteRef);
  return <ProgressiveDeliveryCard tabPath={tab?.()} />;
};
