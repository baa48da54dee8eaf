import { InputError } from '@backstage/errors';
import {
  FleetQuery,
  fleetQuerySchema,
  FleetResponse,
  FleetRow,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { FleetEntry } from './fleetEntry';
import { rankOf } from './fleetRow';

/** A row's place: the parts are compared one after the other. */
interface SortKey {
  /** What is not known comes last in both orders. */
  isKnown: boolean;
  parts: (string | number)[];
}

const cursorSchema = z.tuple([
  fleetQuerySchema.shape.sort.unwrap(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).max(5),
]);

/** Comes after whatever is said. */
const LAST = '\uffff';

/** Those that the filter `attention` finds. */
const NEED_SOMEBODY: ReadonlySet<FleetRow['attention']> = new Set<
  FleetRow['attention']
>(['failing', 'stalled', 'waiting']);

const KINDS: readonly FleetRow['kind'][] = [
  'mixed',
  'Rollout',
  'Deployment',
  'none',
];

/**
 * The rows of a page, and what all come to. A page begins after the last row of the one before, as that row was then:
 * whatever has moved since, none is left out that has not. Where that was after all that there are now, the page is empty.
 *
 * @throws InputError where the cursor is none, or that of another sort
 */
export function fleetPage(
  entries: FleetEntry[],
  query: FleetQuery,
): Pick<
  FleetResponse,
  'rows' | 'total' | 'before' | 'previous' | 'next' | 'counts'
> {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = entries.map(({ row }) => row);
  const matching = entries
    .filter(
      ({ row, text }) =>
        passes(row, query.filter) && words.every(word => text.includes(word)),
    )
    .map(({ row }) => ({ row, key: sortKey(row, query.sort) }));
  const direction = query.order === 'desc' ? -1 : 1;
  const compare = (one: SortKey, other: SortKey) =>
    compareKeys(one, other, direction);
  const after = query.cursor === undefined ? undefined : readCursor(query);
  const sorted = matching.sort((one, other) => compare(one.key, other.key));
  const before = after
    ? sorted.filter(({ key }) => compare(key, after) <= 0).length
    : 0;
  const end = before + query.limit;
  const cursorAfter = (shown: number) =>
    shown > 0 && shown < sorted.length
      ? writeCursor(query.sort, sorted[shown - 1].key)
      : undefined;
  return {
    rows: sorted.slice(before, end).map(({ row }) => row),
    total: matching.length,
    before,
    previous: cursorAfter(before - query.limit),
    next: cursorAfter(end),
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
      return NEED_SOMEBODY.has(row.attention);
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

/** What a row is sorted by; its reference at the end, so that no two are alike. */
function sortKey(row: FleetRow, sort: FleetQuery['sort']): SortKey {
  const value = sortValue(row, sort);
  return {
    isKnown: value !== undefined,
    parts: [...(value ?? []), row.entityRef],
  };
}

/** Absent where it is not known, or where there is none. */
function sortValue(
  row: FleetRow,
  sort: FleetQuery['sort'],
): SortKey['parts'] | undefined {
  const { attention, entityRef, kind, owners, since, title } = row;
  switch (sort) {
    case 'attention':
      return [rankOf(attention), since ?? LAST];
    case 'name':
      return [
        (title ?? entityRef.slice(entityRef.indexOf('/') + 1)).toLowerCase(),
      ];
    case 'owner':
      return owners.length === 0 ? undefined : owners.slice(0, 1);
    case 'kind':
      return kind === 'unknown' ? undefined : [KINDS.indexOf(kind)];
    case 'step':
      return progressOf(row);
    case 'since':
      return since === undefined ? undefined : [since];
    case 'switches':
      return switchedOf(row);
    case 'proposals':
      return openOf(row);
    default:
      return sort satisfies never;
  }
}

/** How far the workload is that a list shows, as a part of its steps; of two at the same, by how much traffic it has. */
function progressOf({ workloads }: FleetRow): SortKey['parts'] | undefined {
  const { step, weight = 0 } = workloads.at(0) ?? {};
  return step && [step.number / step.count, weight];
}

function switchedOf({ switches }: FleetRow): SortKey['parts'] | undefined {
  const { count: all, on, state } = switches;
  return state === 'done' && all > 0 ? [on / all, on] : undefined;
}

/** Those that are known are open, whatever else could not be read. */
function openOf({ proposals }: FleetRow): SortKey['parts'] | undefined {
  const { open, state } = proposals;
  return state === 'done' || open.length > 0 ? [open.length] : undefined;
}

function compareKeys(one: SortKey, other: SortKey, direction: 1 | -1): number {
  if (one.isKnown !== other.isKnown) {
    return one.isKnown ? -1 : 1;
  }
  for (let index = 0; index < one.parts.length; index++) {
    const [a, b] = [one.parts[index], other.parts.at(index) ?? ''];
    if (a !== b) {
      return (a < b ? -1 : 1) * direction;
    }
  }
  return 0;
}

function writeCursor(sort: FleetQuery['sort'], key: SortKey): string {
  return Buffer.from(
    JSON.stringify([sort, key.isKnown, key.parts] satisfies z.infer<
      typeof cursorSchema
    >),
  ).toString('base64url');
}

function readCursor({ cursor = '', sort }: FleetQuery): SortKey {
  const [of, isKnown, parts] = parsedCursor(cursor);
  if (of !== sort) {
    throw new InputError(
      `cursor: it is one of the components sorted by ${of}, not by ${sort}`,
    );
  }
  return { isKnown, parts };
}

function parsedCursor(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError(
      'cursor: it has to be what "next" or "previous" of another page says',
    );
  }
}
