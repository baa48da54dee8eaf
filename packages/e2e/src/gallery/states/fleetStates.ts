import {
  FleetAttention,
  FleetResponse,
  FleetRow,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { problem } from '../wire/targetWith';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

function row(
  name: string,
  attention: FleetAttention,
  changed: Partial<FleetRow> = {},
): FleetRow {
  const isRollout = attention !== 'settled';
  return {
    entityRef: `component:default/${name}`,
    owners: ['group:default/checkout'],
    attention,
    since: isRollout ? minutesAgo(name.length) : undefined,
    kind: isRollout ? 'Rollout' : 'Deployment',
    workloads: [
      {
        target: name,
        cluster: 'production',
        kind: isRollout ? 'Rollout' : 'Deployment',
        namespace: 'shop',
        name,
        attention,
        phase:
          (
            {
              failing: 'Degraded',
              waiting: 'Paused',
              moving: 'Progressing',
              settled: 'Healthy',
            } as const
          )[attention as 'failing'] ?? 'Unknown',
        aborted: attention === 'failing',
        ...(isRollout && {
          step: { number: 2, count: 6 },
          weight: 25,
          since: minutesAgo(name.length),
        }),
        ...(attention === 'waiting' && {
          waitsFor: toMessage('wait', { id: 'promotion', parameters: {} }),
        }),
      },
    ],
    workloadCount: 1,
    switches: {
      state: 'done',
      count: 1,
      on: isRollout ? 1 : 0,
      switchable: isRollout ? 0 : 1,
    },
    proposals: { state: 'done', open: [] },
    problems: [],
    unusable: 0,
    observedAt: minutesAgo(0),
    ...changed,
  };
}

const fleetOf = (
  rows: FleetRow[],
  changed: Partial<FleetResponse> = {},
): FleetResponse => ({
  rows,
  total: rows.length,
  counts: {
    components: rows.length,
    attention: rows.filter(({ attention }) =>
      ['failing', 'waiting'].includes(attention),
    ).length,
    unknown: rows.filter(({ attention }) => attention === 'unknown').length,
    rollouts: rows.filter(({ kind }) => kind === 'Rollout').length,
    switchable: rows.filter(({ switches }) => switches.switchable > 0).length,
    proposals: rows.filter(({ proposals }) => proposals.open.length > 0).length,
  },
  reading: { state: 'done', live: rows.length, switches: rows.length },
  observedAt: minutesAgo(0),
  problems: [],
  ...changed,
});

const rows = [
  row('payments', 'failing'),
  row('checkout', 'waiting'),
  row('search', 'unknown', {
    problems: [
      problem({
        id: 'clusterTimedOut',
        parameters: { cluster: 'production', seconds: 10 },
      }),
    ],
  }),
  row('recommendations', 'moving'),
  row('catalog', 'settled', {
    proposals: {
      state: 'done',
      open: [
        {
          number: 42,
          url: 'https://git.example.com/shop/gitops/pulls/42',
          switch: 'progressiveDelivery.enabled',
          enabled: true,
        },
      ],
    },
  }),
  row('a-component-with-a-very-long-name-that-somebody-generated', 'settled', {
    title: 'A component with a very long title that somebody thought about',
    owners: ['group:default/checkout', 'group:default/another-team-of-many'],
  }),
];

const state = (
  id: string,
  given: Pick<GalleryState, 'title' | 'shows' | 'fleet'>,
): GalleryState => ({ id: `fleet-${id}`, targets: 'never', ...given });

/** The page of all components. */
export const fleetStates: GalleryState[] = [
  state('loading', {
    title: 'All components, not known yet',
    shows: 'Loading components',
    fleet: 'never',
  }),
  state('many', {
    title: 'All components, what waits first',
    shows: 'payments',
    fleet: { body: fleetOf(rows) },
  }),
  state('reading', {
    title: 'All components, of which some are still being read',
    shows: 'payments',
    fleet: {
      body: fleetOf(rows, {
        reading: { state: 'pending', live: 2, switches: 1 },
      }),
    },
  }),
  state('empty', {
    title: 'No component',
    shows: 'argocd/app-name',
    fleet: { body: fleetOf([]) },
  }),
  state('not-allowed', {
    title: 'Somebody who may not see components',
    shows: 'You are not allowed',
    fleet: {
      status: 403,
      error: {
        name: 'NotAllowedError',
        message: 'You are not allowed to see how components are delivered',
      },
    },
  }),
  state('failed', {
    title: 'All components, and a backend that fails',
    shows: 'ECONNREFUSED',
    fleet: {
      status: 500,
      error: {
        name: 'Error',
        message: 'The catalog could not be asked: connect ECONNREFUSED',
      },
    },
  }),
];
