import {
  FleetProposal,
  FleetQuery,
  fleetQuerySchema,
  FleetRow,
  FleetWorkload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetEntry } from './fleetEntry';
import { fleetPage } from './fleetPage';

const row = (name: string, more: Partial<FleetRow> = {}): FleetRow => ({
  entityRef: `component:default/${name}`,
  owners: [],
  attention: 'settled',
  kind: 'Deployment',
  workloads: [],
  workloadCount: 0,
  switches: { state: 'done', count: 0, on: 0, switchable: 0 },
  proposals: { state: 'done', open: [] },
  problems: [],
  unusable: 0,
  ...more,
});

const workload = (more: Partial<FleetWorkload>): FleetWorkload => ({
  target: 'shop',
  cluster: 'main',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'checkout',
  attention: 'settled',
  phase: 'Healthy',
  aborted: false,
  ...more,
});

const proposal = (number: number): FleetProposal => ({
  number,
  url: `https://git.example.com/${number}`,
  switch: 'a',
  enabled: true,
});

const rows = [
  row('a', { owners: ['group:default/zebras'] }),
  row('b', {
    attention: 'waiting',
    since: '2026-01-02T00:00:00Z',
    kind: 'Rollout',
    workloads: [workload({ step: { number: 2, count: 4 }, weight: 50 })],
    switches: { state: 'done', count: 2, on: 1, switchable: 1 },
    proposals: { state: 'failed', open: [proposal(2), proposal(3)] },
  }),
  row('c', {
    attention: 'waiting',
    since: '2026-01-01T00:00:00Z',
    kind: 'mixed',
    workloads: [workload({ step: { number: 1, count: 2 }, weight: 20 })],
    switches: { state: 'done', count: 1, on: 1, switchable: 0 },
  }),
  row('d', {
    attention: 'waiting',
    kind: 'Rollout',
    workloads: [
      workload({ step: { number: 1, count: 9 } }),
      workload({ step: { number: 9, count: 9 } }),
    ],
    switches: { state: 'done', count: 4, on: 2, switchable: 2 },
  }),
  row('e', {
    attention: 'failing',
    owners: ['group:default/ants'],
    kind: 'Rollout',
    switches: { state: 'failed', count: 1, on: 1, switchable: 0 },
    proposals: { state: 'failed', open: [] },
  }),
  row('f', {
    attention: 'unknown',
    kind: 'unknown',
    title: 'Aardvark',
    switches: { state: 'done', count: 1, on: 0, switchable: 1 },
  }),
  row('g', {
    proposals: { state: 'done', open: [proposal(1)] },
  }),
];

const entry = (each: FleetRow): FleetEntry => ({
  row: each,
  text: `${each.entityRef}\n${each.title ?? ''}\n${each.owners}`.toLowerCase(),
});

const entries = rows.map(entry);

const ask = (query: Partial<FleetQuery> = {}) =>
  fleetPage(entries, { ...fleetQuerySchema.parse({}), ...query });
const names = (query?: Partial<FleetQuery>) =>
  ask(query)
    .rows.map(({ entityRef }) => entityRef.at(-1))
    .join('');

describe('fleetPage', () => {
  it('puts first what needs somebody most, and of that what has done so longest', () => {
    expect(names()).toBe('ecbdfag');
    expect(names({ order: 'desc' })).toBe('gafdbce');
  });

  it.each<[FleetQuery['sort'], string]>([
    ['name', 'afbcdeg'],
    ['owner', 'eabcdfg'],
    ['kind', 'cbdeagf'],
    ['since', 'cbadefg'],
    ['step', 'dcbaefg'],
    ['switches', 'fbdcaeg'],
    ['proposals', 'acdfgbe'],
  ])('sorts by %s', (sort, expected) => {
    expect(names({ sort })).toBe(expected);
  });

  it.each<[FleetQuery['sort'], string]>([
    ['owner', 'aegfdcb'],
    ['kind', 'gaedbcf'],
    ['since', 'bcgfeda'],
    ['step', 'bcdgfea'],
    ['switches', 'cdbfgea'],
    ['proposals', 'bgfdcae'],
  ])(
    'has what is not known at the end the other way round, by %s',
    (sort, expected) => {
      expect(names({ sort, order: 'desc' })).toBe(expected);
    },
  );

  it.each<[FleetQuery['filter'], string]>([
    ['attention', 'ecbd'],
    ['rollouts', 'ecbd'],
    ['switchable', 'bdf'],
    ['proposals', 'bg'],
    ['unknown', 'f'],
  ])('filters by %s, and counts all the same', (filter, expected) => {
    const { counts, total } = ask({ filter });
    expect(names({ filter })).toBe(expected);
    expect(total).toBe(expected.length);
    expect(counts).toEqual({
      components: 7,
      attention: 4,
      unknown: 1,
      rollouts: 4,
      switchable: 3,
      proposals: 2,
    });
  });

  it.each([
    ['AARDVARK f', 'f'],
    ['zebras', 'a'],
    ['component:default/c', 'c'],
    ['aardvark zebras', ''],
    ['  ', 'ecbdfag'],
  ])('finds all words of %s', (search, expected) => {
    expect(names({ search })).toBe(expected);
  });

  it('counts what makes no progress among what needs somebody, before what waits', () => {
    const stalled = [...entries, entry(row('h', { attention: 'stalled' }))];
    const { counts, rows: found } = fleetPage(stalled, {
      ...fleetQuerySchema.parse({}),
      filter: 'attention',
    });
    expect(counts.attention).toBe(5);
    expect(found.map(({ entityRef }) => entityRef.at(-1)).join('')).toBe(
      'ehcbd',
    );
  });

  it.each(['asc', 'desc'] as const)(
    'gives page after page, each row once (%s)',
    order => {
      const pages: string[] = [];
      const cursors: (string | undefined)[] = [];
      let cursor: string | undefined;
      do {
        const page = ask({ cursor, limit: 3, order });
        expect(page.total).toBe(7);
        expect(page.before).toBe(3 * pages.length);
        expect(page.previous).toBe(cursors.at(-2));
        pages.push(page.rows.map(each => each.entityRef.at(-1)).join(''));
        cursor = page.next;
        cursors.push(cursor);
      } while (cursor !== undefined);
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      expect(pages.join('')).toBe(names({ order }));
    },
  );

  it('goes on where it was when the last row has changed in between', () => {
    const { next } = ask({ limit: 2 });
    const moved = rows.map(each =>
      each.entityRef.endsWith('/c')
        ? { ...each, attention: 'settled' as const }
        : each,
    );
    const rest = fleetPage(moved.map(entry), {
      ...fleetQuerySchema.parse({}),
      cursor: next,
    }).rows.map(({ entityRef }) => entityRef.at(-1));
    expect(rest.join('')).toBe('bdfcag');
  });

  it('is empty after all that there is', () => {
    const { next } = ask({ limit: 6 });
    expect(
      fleetPage(entries.slice(0, 3), {
        ...fleetQuerySchema.parse({}),
        cursor: next,
      }),
    ).toMatchObject({ rows: [], total: 3, before: 3, next: undefined });
  });

  it('refuses a cursor of another sort', () => {
    const { next } = ask({ limit: 2 });
    expect(() => ask({ sort: 'name', cursor: next })).toThrow(
      'cursor: it is one of the components sorted by attention, not by name',
    );
  });

  it.each(['', 'x', Buffer.from('{"a":1}').toString('base64url')])(
    'refuses a cursor that it never gave: %j',
    cursor => {
      expect(() => ask({ cursor })).toThrow(/^cursor: /);
    },
  );
});
