import {
  FleetWorkload,
  fleetRowSchema,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetComponent, fleetRow } from './fleetRow';

type Target = NonNullable<FleetComponent['targets']>[number];

const workload = (more: Partial<FleetWorkload> = {}): FleetWorkload => ({
  target: 'web',
  cluster: 'main',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
  attention: 'settled',
  phase: 'Healthy',
  aborted: false,
  ...more,
});

const target = (more: Partial<Target> = {}): Target => ({
  title: 'web',
  cluster: 'main',
  live: {
    state: 'known',
    workloads: [workload()],
    problems: [],
    observedAt: new Date('2026-01-01T00:00:00Z'),
  },
  switches: { state: 'done', switches: [] },
  proposals: { state: 'done', open: [] },
  ...more,
});

const live = (more: Partial<Target['live']>): Target =>
  target({ live: { ...target().live, ...more } });

const row = (more: Partial<FleetComponent> = {}) =>
  fleetRow({
    entityRef: 'component:default/web',
    owners: ['group:default/shop'],
    targets: [target()],
    unusable: [],
    ...more,
  });

const unusable = {
  reference: 'argocd/app-name: other',
  reason: 'not-allowed' as const,
  message: toMessage('unusable', {
    id: 'nothingMatches',
    parameters: { places: [] },
  }),
  problems: [],
  remedies: [],
};
const problem = toMessage('problem', {
  id: 'clusterUnreachable',
  parameters: { cluster: 'main', message: 'ECONNREFUSED' },
});

describe('fleetRow', () => {
  it('tells the worst of all workloads, and since when', () => {
    const told = row({
      targets: [
        target(),
        live({
          workloads: [
            workload({
              name: 'b',
              attention: 'waiting',
              since: '2026-01-02T00:00:00Z',
            }),
            workload({
              name: 'a',
              kind: 'Rollout',
              attention: 'waiting',
              since: '2026-01-01T00:00:00Z',
            }),
            workload({ name: 'c', attention: 'moving' }),
          ],
        }),
      ],
    });
    expect(told).toMatchObject({
      attention: 'waiting',
      since: '2026-01-01T00:00:00Z',
      kind: 'mixed',
      workloadCount: 4,
      observedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(told.workloads.map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
      'web',
    ]);
    expect(fleetRowSchema.parse(told)).toEqual(told);
  });

  it.each<[string, Partial<FleetComponent>]>([
    [
      'a cluster that cannot be read',
      { targets: [live({ state: 'unknown', problems: [problem] })] },
    ],
    [
      'workloads that are not shown',
      { targets: [live({ problems: [problem] })] },
    ],
    ['a target that may not be used', { unusable: [unusable] }],
    ['targets that cannot be found', { targets: undefined, problem }],
    ['targets that cannot be found any more', { problem }],
  ])('is not healthy with %s', (_, more) => {
    expect(row(more).attention).toBe('unknown');
  });

  it('is still failing where something else is unknown', () => {
    expect(
      row({
        targets: [
          live({ workloads: [workload({ attention: 'failing' })] }),
          live({ state: 'unknown', workloads: [] }),
        ],
      }),
    ).toMatchObject({ attention: 'failing', kind: 'unknown' });
  });

  it('tells what is being read from what is not there', () => {
    expect(row({ targets: undefined })).toMatchObject({
      attention: 'pending',
      kind: 'unknown',
      switches: { state: 'pending' },
    });
    expect(
      row({ targets: [live({ state: 'pending', workloads: [] })] }).attention,
    ).toBe('pending');
    expect(row({ targets: [live({ workloads: [] })] })).toMatchObject({
      attention: 'absent',
      kind: 'none',
    });
  });

  it('counts the switches that are on, and those that can be turned on', () => {
    const each = (id: string, enabled: boolean, proposable: boolean) => ({
      id,
      enabled,
      proposable,
    });
    expect(
      row({
        targets: [
          target({
            switches: {
              state: 'done',
              switches: [
                each('a', true, true),
                each('b', false, true),
                each('c', false, false),
              ],
            },
          }),
          target({ switches: { state: 'failed', switches: [], problem } }),
        ],
      }),
    ).toMatchObject({
      switches: { state: 'failed', count: 3, on: 1, switchable: 1 },
      problems: [problem],
      // What runs is known all the same.
      attention: 'settled',
    });
  });

  it('counts a pull request once that is for two targets of one file', () => {
    const proposals = {
      state: 'done' as const,
      open: [
        {
          number: 3,
          url: 'https://git.example.com/3',
          switch: 'a',
          enabled: true,
        },
      ],
    };
    expect(
      row({ targets: [target({ proposals }), target({ proposals })] }).proposals
        .open,
    ).toHaveLength(1);
  });

  it('bounds what it tells', () => {
    const told = row({
      targets: [
        live({
          workloads: Array.from({ length: 30 }, (_, index) =>
            workload({ name: `w${index}` }),
          ),
          problems: Array.from({ length: 30 }, () => problem),
        }),
      ],
    });
    expect(told.workloads).toHaveLength(10);
    expect(told.workloadCount).toBe(30);
    expect(told.problems).toHaveLength(3);
  });
});
