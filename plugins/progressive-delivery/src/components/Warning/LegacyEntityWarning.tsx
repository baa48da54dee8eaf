import { useRouteRef } from '@backstage/core-plugin-api';
import { entityContentRouteRef } from '../../routes';
import { EntityWarning } from './EntityWarning';

/** The warning, with its link resolved by the legacy frontend system. */
export const LegacyEntityWarning = () => {
  const tab = useRouteRef(entityContentRouteRef);
  return <EntityWarning tabPath={tab()} />;
};
