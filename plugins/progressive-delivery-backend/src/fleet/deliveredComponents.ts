import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DELIVERY_ANNOTATIONS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Components that are kept in memory, some kilobytes each. */
export const MOST_COMPONENTS = 10_000;
const PAGE = 500;

/** All of an entity that decides where it is delivered to, and what a list shows of it. */
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** The components that say where they are delivered to. */
export interface DeliveredComponents {
  /** By their references. */
  entities: ReadonlyMap<string, Entity>;
  /** Whether there are more than are kept. */
  more: boolean;
}

export interface DeliveredComponentsOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'queryEntities'>;
}

/** Asks the catalog, in our own name, for all components with delivery targets. Who may see which is decided later. */
export async function deliveredComponents(
  { auth, catalog }: DeliveredComponentsOptions,
  signal: AbortSignal,
): Promise<DeliveredComponents> {
  const credentials = await auth.getOwnServiceCredentials();
  const entities = new Map<string, Entity>();
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      cursor === undefined
        ? {
            query: {
              $any: DELIVERY_ANNOTATIONS.map(isAnnotated),
            },
            fields: FIELDS,
            orderFields: [{ field: 'metadata.name', order: 'asc' }],
            limit: PAGE,
          }
        : { cursor, fields: FIELDS, limit: PAGE },
      { credentials },
    );
    signal.throwIfAborted();
    for (const entity of page.items) {
      entities.set(stringifyEntityRef(entity), entity);
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined && entities.size <= MOST_COMPONENTS);
  const kept = Array.from(entities).slice(0, MOST_COMPONENTS);
  return {
    entities: new Map(kept),
    more: cursor !== undefined || kept.length < entities.size,
  };
}

function isAnnotated(
  annotation: string,
): Record<`metadata.annotations.${string}`, { $exists: boolean }> {
  return { [`metadata.annotations.${annotation}`]: { $exists: true } };
}
