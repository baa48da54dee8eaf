import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityWarning } from '../components/Warning/EntityWarning';
import { entityContentRouteRef } from '../routes';

/** The warning, with its link resolved by the new frontend system, in which the tab may be switched off. */
export const LinkedEntityWarning = () => {
  const tab = useRouteRef(entityContentRouteRef);
  return <EntityWarning tabPath={tab?.()} />;
};
