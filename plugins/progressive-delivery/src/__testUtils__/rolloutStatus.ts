import {
  PodStatus,
  RolloutActionState,
  RolloutStatus,
  RolloutStep,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const pods = (prefix: string, count: number): PodStatus[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${prefix}-${index}`,
    status: 'Running',
    ready: true,
    restarts: 0,
  }));

/** Steps of a canary that is at step `index`, counted from zero. */
export const stepsAt = (index: number): RolloutStep[] =>
  [
    { type: 'setWeight', description: 'Set weight to 25 %' },
    { type: 'pause', description: 'Pause until promoted' },
    { type: 'setWeight', description: 'Set weight to 50 %' },
    { type: 'pause', description: 'Pause for 30s' },
  ].map((step, position) => {
    if (position === index) {
      return { ...step, state: 'current' };
    }
    return { ...step, state: position < index ? 'done' : 'waiting' };
  });

const possible = (
  action: RolloutActionState['action'],
): RolloutActionState => ({ action, state: 'possible' });
const impossible = (
  action: RolloutActionState['action'],
  because: string,
): RolloutActionState => ({ action, state: 'impossible', because });

export const deploymentStatus: RolloutStatus = {
  kind: 'Deployment',
  namespace: 'agents',
  name: 'agents',
  phase: 'Healthy',
  strategy: 'rollingUpdate',
  observation: { state: 'observed' },
  unread: [],
  aborted: false,
  actions: [],
  pauses: [],
  steps: [],
  replicas: { desired: 2, current: 2, updated: 2, ready: 2, available: 2 },
  revisions: [
    {
      name: 'agents-5d9c',
      revision: 1,
      role: 'stable',
      images: ['registry.example.com/platform/agents:1.0.0'],
      desired: 2,
      ready: 2,
      available: 2,
      pods: pods('agents-5d9c', 2),
    },
  ],
};

/** A canary that waits at its pause for somebody to promote it. */
export const pausedRollout: RolloutStatus = {
  kind: 'Rollout',
  namespace: 'agents',
  name: 'agents-controllers',
  phase: 'Paused',
  message: 'CanaryPauseStep',
  strategy: 'canary',
  observation: { state: 'observed' },
  unread: [],
  aborted: false,
  seen: {
    generation: 2,
    podHash: '7f6b',
    stepIndex: 1,
    abort: false,
    paused: true,
  },
  actions: [
    possible('promote'),
    possible('promote-full'),
    impossible('skip-step', 'It is paused at this step.'),
    possible('abort'),
    impossible('retry', 'It is not aborted.'),
    impossible('restart', 'A new revision is on its way.'),
    possible('pause'),
  ],
  pauses: [{ reason: 'CanaryPauseStep', since: '2026-01-01T00:00:00Z' }],
  pausedSince: '2026-01-01T00:00:00Z',
  steps: stepsAt(1),
  stepIndex: 1,
  weight: { set: 25, actual: 25 },
  replicas: { desired: 4, current: 4, updated: 1, ready: 4, available: 4 },
  revisions: [
    {
      name: 'agents-controllers-7f6b',
      revision: 2,
      role: 'canary',
      images: ['registry.example.com/platform/agents-controllers:1.1.0'],
      desired: 1,
      ready: 1,
      available: 1,
      pods: pods('agents-controllers-7f6b', 1),
    },
    {
      name: 'agents-controllers-86d4',
      revision: 1,
      role: 'stable',
      images: ['registry.example.com/platform/agents-controllers:1.0.0'],
      desired: 3,
      ready: 3,
      available: 3,
      pods: pods('agents-controllers-86d4', 3),
    },
  ],
};

/** An abort resets the step index to 0, and the canary's pod fails. */
export const abortedRollout: RolloutStatus = {
  ...pausedRollout,
  phase: 'Degraded',
  message: 'RolloutAborted: Rollout aborted update to revision 2',
  aborted: true,
  seen: {
    generation: 2,
    podHash: '7f6b',
    stepIndex: 0,
    abort: true,
    paused: false,
  },
  actions: [
    impossible('promote', 'It is aborted.'),
    impossible('promote-full', 'It is aborted.'),
    impossible('skip-step', 'It is aborted.'),
    impossible('abort', 'It is aborted already.'),
    possible('retry'),
    possible('restart'),
    impossible('pause', 'It is aborted.'),
  ],
  abort: { step: 'unknown', at: '2026-01-01T00:00:10Z' },
  pauses: [],
  pausedSince: undefined,
  steps: stepsAt(-1),
  stepIndex: 0,
  weight: { set: 0, actual: 0 },
  replicas: { desired: 4, current: 4, updated: 0, ready: 4, available: 4 },
  revisions: [
    {
      ...pausedRollout.revisions[0],
      ready: 0,
      available: 0,
      pods: [
        {
          name: 'agents-controllers-7f6b-0',
          status: 'CrashLoopBackOff',
          ready: false,
          restarts: 5,
        },
      ],
    },
    pausedRollout.revisions[1],
  ],
};
