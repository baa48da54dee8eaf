import { routeResolutionApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { FleetContent } from '../components/Fleet/FleetContent';
import { EntityTab } from '../hooks/EntityTab';
import { entityContentRouteRef } from '../routes';

/** The page with all components, with its links resolved by the new frontend system, in which the tab may be switched off. */
export const LinkedFleet = () => {
  const routes = useApi(routeResolutionApiRef);
  // Not `useRouteRef`, which is about the page that is shown: the tab is below the page of each entity.
  const tabOf = useCallback(
    (entityPath: string) =>
      routes.resolve(entityContentRouteRef, { sourcePath: entityPath })?.(),
    [routes],
  );
  return (
    <EntityTab.Provider value={tabOf}>
      <FleetContent />
    </EntityTab.Provider>
  );
};
