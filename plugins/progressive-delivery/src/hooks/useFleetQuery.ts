import {
  FleetQuery,
  fleetQuerySchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What of the fleet is shown, which its URL says. */
export type FleetView = Pick<
  FleetQuery,
  'filter' | 'search' | 'sort' | 'order' | 'cursor'
>;

/** Of a URL that somebody wrote by hand, what means nothing is passed over. */
function read(params: URLSearchParams): FleetView {
  const { cursor, filter, order, search, sort } = fleetQuerySchema.shape;
  const given = (name: string) => params.get(name) ?? undefined;
  return {
    filter: filter.catch('all').parse(given('filter')),
    search: search.catch('').parse(given('search')),
    sort: sort.catch('attention').parse(given('sort')),
    order: order.catch('asc').parse(given('order')),
    cursor: cursor.catch(undefined).parse(given('cursor')),
  };
}

const usual = read(new URLSearchParams());

/** The view that the URL says, and how to change it. Whatever else changes, it begins at its first page. */
export function useFleetQuery(): {
  view: FleetView;
  change: (to: Partial<FleetView>) => void;
  /** Without a cursor, the first. A page is a place to go back to, unless it takes the place of one that is gone. */
  turnTo: (cursor: string | undefined, options?: { replace: boolean }) => void;
} {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => read(params), [params]);
  const change = useCallback(
    (to: Partial<FleetView>) =>
      setParams(
        before => write(before, { ...to, cursor: undefined }),
        // Each letter that is typed is no place to go back to.
        { replace: true },
      ),
    [setParams],
  );
  const turnTo = useCallback(
    (cursor: string | undefined, options?: { replace: boolean }) =>
      setParams(before => write(before, { cursor }), options),
    [setParams],
  );
  return { view, change, turnTo };
}

/** A URL without what goes without saying. */
function write(
  before: URLSearchParams,
  to: Partial<FleetView>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries({ ...read(before), ...to })) {
    const isUsual = Object.entries(usual).some(
      ([each, otherwise]) => each === name && otherwise === value,
    );
    if (isUsual || value === undefined) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
