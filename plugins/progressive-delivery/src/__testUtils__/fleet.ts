import {
  FleetResponse,
  FleetRow,
  FleetWorkload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export const fleetWorkload: FleetWorkload = {
  target: 'agents-production',
  cluster: 'production',
  kind: 'Deployment',
  namespace: 'agents',
  name: 'agents',
  attention: 'settled',
  phase: 'Healthy',
  aborted: false,
};

export const fleetRow: FleetRow = {
  entityRef: 'component:default/agents',
  owners: ['group:default/platform'],
  attention: 'settled',
  kind: 'Deployment',
  workloads: [fleetWorkload],
  workloadCount: 1,
  switches: { state: 'done', count: 1, on: 0, switchable: 1 },
  proposals: { state: 'done', open: [] },
  problems: [],
  unusable: 0,
  observedAt: new Date().toISOString(),
};

export const emptyFleet: FleetResponse = {
  rows: [],
  total: 0,
  before: 0,
  counts: {
    components: 0,
    attention: 0,
    unknown: 0,
    rollouts: 0,
    switchable: 0,
    proposals: 0,
  },
  reading: { state: 'done', live: 0, switches: 0 },
  observedAt: new Date().toISOString(),
  problems: [],
};

/** A fleet of these rows. */
export function fleetOf(
  rows: FleetRow[],
  more: Partial<FleetResponse> = {},
): FleetResponse {
  return {
    ...emptyFleet,
    rows,
    total: rows.length,
    counts: { ...emptyFleet.counts, components: rows.length },
    reading: { state: 'done', live: rows.length, switches: rows.length },
    ...more,
  };
}
