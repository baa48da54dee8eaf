import {
  FleetAttention,
  FleetResponse,
  FleetRow,
  FleetWorkload,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const PHASES: Partial<Record<FleetAttention, FleetWorkload['phase']>> = {
  failing: 'Degraded',
  stalled: 'Progressing',
  waiting: 'Paused',
  moving: 'Progressing',
  settled: 'Healthy',
};

/** A component with one workload. */
export function fleetRow(
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
        phase: PHASES[attention] ?? 'Unknown',
        aborted: attention === 'failing',
        ...(isRollout && {
          step: { number: 2, count: 6 },
          weight: 25,
          since: minutesAgo(name.length),
        }),
        ...(attention === 'failing' && {
          failure: toMessage('failure', {
            id: 'abortedAtStep',
            parameters: { step: 2, steps: 6 },
          }),
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

/** The same, paused until so many minutes from now. */
export function pausedUntil(row: FleetRow, minutes: number): FleetRow {
  return {
    ...row,
    workloads: row.workloads.map(workload => ({
      ...workload,
      phase: 'Paused',
      message: 'CanaryPauseStep',
      until: minutesAgo(-minutes),
    })),
  };
}

/** All components, everything of them known. */
export const fleetOf = (
  rows: FleetRow[],
  changed: Partial<FleetResponse> = {},
): FleetResponse => ({
  rows,
  total: rows.length,
  before: 0,
  counts: {
    components: rows.length,
    attention: rows.filter(({ attention }) =>
      ['failing', 'stalled', 'waiting'].includes(attention),
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
