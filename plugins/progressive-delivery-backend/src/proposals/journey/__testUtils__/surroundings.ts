import { journey } from '../journey';
import {
  ArgoCdEvidence,
  JourneySurroundings,
  LiveStatus,
} from '../JourneySurroundings';

export const counts = (available: number, desired = 3) => ({
  desired,
  current: available,
  updated: available,
  ready: available,
  available,
});

export const revision = (
  number: number,
  role: 'stable' | 'canary',
  available: number,
  desired = available,
): LiveStatus['revisions'][number] => ({
  name: `web-${number}`,
  revision: number,
  role,
  images: [],
  desired,
  ready: available,
  available,
  pods: [],
});

export const live = (status: Partial<LiveStatus> = {}): LiveStatus => ({
  kind: 'Rollout',
  namespace: 'shop',
  name: 'web',
  phase: 'Healthy',
  aborted: false,
  replicas: counts(3),
  revisions: [revision(1, 'stable', 3)],
  steps: [],
  ...status,
});

export const deployment = live({ kind: 'Deployment' });
export const rollout = live();
export const starting = live({ phase: 'Progressing', replicas: counts(1) });

export const proposed: JourneySurroundings = {
  pullRequest: {
    state: 'open',
    url: 'https://git.example.com/pulls/1',
    createdAt: '2026-11-01T10:00:00.000Z',
    base: { branch: 'main' },
  },
  requestedBy: 'user:default/guest',
  enabled: true,
  takenBack: false,
  endpoints: {
    state: 'known',
    services: [{ service: 'web', workload: 'web', ready: 3 }],
  },
  moved: { state: 'known', workloads: [{ namespace: 'shop', name: 'web' }] },
  live: [deployment],
};

export const merged: JourneySurroundings = {
  ...proposed,
  pullRequest: {
    ...proposed.pullRequest,
    state: 'merged',
    endedAt: '2026-11-01T11:00:00.000Z',
    endedBy: 'reviewer',
    mergeCommit: 'a'.repeat(40),
  },
};

const argocd: ArgoCdEvidence = {
  application: 'web',
  syncs: true,
  prunes: true,
  applied: { state: 'lacks', commit: 'b'.repeat(40), rolledBack: false },
};

/** What Argo CD says, after the merge. */
export const said = (
  evidence: Partial<ArgoCdEvidence>,
  change: Partial<JourneySurroundings> = {},
): JourneySurroundings => ({
  ...merged,
  ...change,
  argocd: { ...argocd, ...evidence },
});

export const holds = {
  state: 'holds',
  commit: 'c'.repeat(40),
  at: '2026-11-01T11:03:00.000Z',
} as const;

export const told = (surroundings: JourneySurroundings) =>
  journey(surroundings)
    .map(({ id, state }) => `${id} ${state}`)
    .join(', ');

/** The first stop that was not reached, with why. */
export const at = (surroundings: JourneySurroundings) => {
  const stop = journey(surroundings).find(({ state }) => state !== 'done');
  return (
    stop &&
    [`${stop.id} ${stop.state}`, stop.reason?.text, stop.problem?.text]
      .filter(part => part !== undefined)
      .join(': ')
  );
};
