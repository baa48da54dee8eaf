import { InputError } from '@backstage/errors';
import {
  FleetQuery,
  FleetResponse,
  FleetRow,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { rankOf } from './fleetRow';

type SortKey = (string | number)[];

const cursorSchema = z.array(z.union([z.string(), z.number()])).max(5);

/** Comes after whatever is said. */
const LAST = '\uffff';

const KINDS: readonly FleetRow['kind'][] = [
  'mixed',
  'Rollout',
  'Deployment',
  'none',
  'unknown',
];

/**
 * The rows of a page, and what all come to. A page begins after the last row of the one before, as that row was then:
 * whatever has moved since, none is left out that has not.
 *
 * @throws InputError where the cursor is none
 */
export function fleetPage(
  rows: FleetRow[],
  query: FleetQuery,
): Pick<FleetResponse, 'rows' | 'total' | 'next' | 'counts'> {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows
    .filter(row => passes(row, query.filter) && contains(row, words))
    .map(row => ({ row, key: sortKey(row, query.sort) }));
  const direction = query.order === 'desc' ? -1 : 1;
  const compare = (one: SortKey, other: SortKey) =>
    compareKeys(one, other, direction);
  const after =
    query.cursor === undefined ? undefined : readCursor(query.cursor);
  const sorted = matching.sort((one, other) => compare(one.key, other.key));
  const rest = after
    ? sorted.filter(({ key }) => compare(key, after) > 0)
    : sorted;
  const page = rest.slice(0, query.limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    total: matching.length,
    next: last && rest.length > page.length ? writeCursor(last.key) : undefined,
    counts: {
      components: rows.length,
      attention: count(rows, 'attention'),
      unknown: count(rows, 'unknown'),
      rollouts: count(rows, 'rollouts'),
      switchable: count(rows, 'switchable'),
      proposals: count(rows, 'proposals'),
    },
  };
}

function count(rows: FleetRow[], filter: FleetQuery['filter']): number {
  return rows.filter(row => passes(row, filter)).length;
}

function passes(row: FleetRow, filter: FleetQuery['filter']): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'attention':
      return row.attention === 'failing' || row.attention === 'waiting';
    case 'rollouts':
      return row.kind === 'Rollout' || row.kind === 'mixed';
    case 'switchable':
      return row.switches.switchable > 0;
    case 'proposals':
      return row.proposals.open.length > 0;
    case 'unknown':
      return row.attention === 'unknown' || row.kind === 'unknown';
    default:
      return filter satisfies never;
  }
}

function contains(row: FleetRow, words: string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const text = [
    row.entityRef,
    row.title,
    ...row.owners,
    ...row.workloads.flatMap(({ cluster, name, namespace, target }) => [
      cluster,
      name,
      namespace,
      target,
    ]),
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

/** What a row is sorted by; its reference at the end, so that no two are alike. */
function sortKey(row: FleetRow, sort: FleetQuery['sort']): SortKey {
  const { attention, entityRef, kind, owners, since = LAST, title } = row;
  switch (sort) {
    case 'attention':
      return [rankOf(attention), since, entityRef];
    case 'name':
      return [
        (title ?? entityRef.slice(entityRef.indexOf('/') + 1)).toLowerCase(),
        entityRef,
      ];
    case 'owner':
      return [owners.at(0) ?? LAST, entityRef];
    case 'kind':
      return [KINDS.indexOf(kind), entityRef];
    case 'since':
      return [since, entityRef];
    default:
      return sort satisfies never;
  }
}

function compareKeys(one: SortKey, other: SortKey, direction: 1 | -1): number {
  for (let index = 0; index < one.length; index++) {
    const [a, b] = [one[index], other.at(index) ?? ''];
    if (a !== b) {
      return (a < b ? -1 : 1) * direction;
    }
  }
  return 0;
}

function writeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string): SortKey {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError(
      'cursor: it has to be what "next" of the page before says',
    );
  }
}
