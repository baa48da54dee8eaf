import {
  DocumentChange,
  DocumentPage,
  FleetResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Answer } from '../GalleryState';

/** As many as the backend tells at once. */
const PAGE = { rows: 50, documents: 100 };

/** The page of all components that a query asks for. */
export function fleetPage(
  fleet: Answer<FleetResponse>,
  query: URLSearchParams,
): Answer<FleetResponse> {
  if (fleet === 'never' || 'error' in fleet) {
    return fleet;
  }
  const { from, items, next, previous } = pageOf(
    fleet.body.rows,
    query,
    PAGE.rows,
  );
  return {
    body: { ...fleet.body, rows: items, before: from, previous, next },
  };
}

/** The page of all documents that a query asks for. */
export function documentPage(
  documents: readonly DocumentChange[],
  query: URLSearchParams,
): DocumentPage {
  const { items, next } = pageOf(documents, query, PAGE.documents);
  return { changes: items, nextCursor: next };
}

function pageOf<T>(all: readonly T[], query: URLSearchParams, size: number) {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + size;
  return {
    from,
    items: all.slice(from, to),
    previous: from > size ? String(from - size) : undefined,
    next: to < all.length ? String(to) : undefined,
  };
}
