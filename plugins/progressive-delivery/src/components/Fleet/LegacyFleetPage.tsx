import { RouteFunc, RouteRef } from '@backstage/core-plugin-api';
import { useVersionedContext } from '@backstage/version-bridge';
import { useCallback } from 'react';
import { EntityTab } from '../../hooks/EntityTab';
import { entityContentRouteRef } from '../../routes';
import { FleetPage } from './FleetPage';

/** What `useRouteRef` asks, for the page that is shown alone; and the tab is below the page of each entity. */
interface RouteResolver {
  resolve(
    routeRef: RouteRef,
    source: { pathname: string },
  ): RouteFunc<undefined> | undefined;
}

/** The page with all components, with its links resolved by the legacy frontend system. */
export const LegacyFleetPage = () => {
  const resolver = useVersionedContext<{ 1: RouteResolver }>(
    'routing-context',
  )?.atVersion(1);
  const tabOf = useCallback(
    (entityPath: string) =>
      resolver?.resolve(entityContentRouteRef, { pathname: entityPath })?.(),
    [resolver],
  );
  return (
    <EntityTab.Provider value={tabOf}>
      <FleetPage />
    </EntityTab.Provider>
  );
};
