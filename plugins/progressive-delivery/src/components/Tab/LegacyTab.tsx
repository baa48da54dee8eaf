import { useRouteRef } from '@backstage/core-plugin-api';
import { kubernetesRouteRef } from '../../routes';
import { ProgressiveDeliveryTab } from './ProgressiveDeliveryTab';

/** The tab, with its links resolved by the legacy frontend system. */
export const LegacyTab = () => {
  const kubernetes = useRouteRef(kubernetesRouteRef);
  return <ProgressiveDeliveryTab kubernetesPath={kubernetes?.()} />;
};
