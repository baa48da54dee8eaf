import {
  ActionRefusal,
  ContentOf,
  PodProblem,
  PodStatus,
  RolloutActionState,
  RolloutStatus,
  RolloutStep,
  StepDescription,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const pods = (prefix: string, count: number): PodStatus[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${prefix}-${index}`,
    status: 'Running',
    ready: true,
    restarts: 0,
  }));

const STEPS: ContentOf<StepDescription>[] = [
  { id: 'setWeight', parameters: { weight: 25 } },
  { id: 'pause', parameters: {} },
  { id: 'setWeight', parameters: { weight: 50 } },
  { id: 'pauseFor', parameters: { duration: { seconds: 30 } } },
];

/** Steps of a canary that is at step `index`, counted from zero. */
export const stepsAt = (index: number): RolloutStep[] =>
  STEPS.map((content, position) => {
    const step = {
      type: content.id === 'setWeight' ? 'setWeight' : 'pause',
      description: toMessage('step', content),
    };
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
  id: ContentOf<ActionRefusal>['id'],
): RolloutActionState => ({
  action,
  state: 'impossible',
  because: toMessage('actionRefusal', { id, parameters: {} }),
});

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
    impossible('skip-step', 'pausedAtStep'),
    possible('abort'),
    impossible('retry', 'notAborted'),
    impossible('restart', 'updating'),
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

/** What a paused canary becomes once it was promoted. */
export const promotedRollout: RolloutStatus = {
  ...pausedRollout,
  phase: 'Progressing',
  seen: { ...pausedRollout.seen!, paused: false, stepIndex: 2 },
  steps: stepsAt(2),
  stepIndex: 2,
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
    impossible('promote', 'aborted'),
    impossible('promote-full', 'aborted'),
    impossible('skip-step', 'aborted'),
    impossible('abort', 'alreadyAborted'),
    possible('retry'),
    possible('restart'),
    impossible('pause', 'aborted'),
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

/** How the backend tells of an analysis that has measured too much. */
export const failedMetric = toMessage('failure', {
  id: 'canaryAtStep',
  parameters: {
    step: 3,
    steps: 4,
    cause: toMessage('failureCause', {
      id: 'metricLimit',
      parameters: {
        metric: 'error-rate',
        value: 7.1,
        operator: '<',
        limit: 5,
      },
    }),
  },
});

/** When these are looked at. */
export const NOW = Date.parse('2026-01-01T00:05:00Z');

/** A time so many seconds after that; before it where they are negative. */
export const inSeconds = (seconds: number) =>
  new Date(NOW + seconds * 1000).toISOString();

/** A canary that goes on by itself in so many seconds. */
export const timedPause = (remaining: number): RolloutStatus => ({
  ...pausedRollout,
  steps: stepsAt(3),
  stepIndex: 3,
  pauses: [
    {
      reason: 'CanaryPauseStep',
      since: inSeconds(-10),
      until: inSeconds(remaining),
    },
  ],
});

/** A canary that moves, and waits for pods. */
export const movingRollout: RolloutStatus = {
  ...pausedRollout,
  phase: 'Progressing',
  message: 'more replicas need to be updated',
  pauses: [],
  pausedSince: undefined,
  steps: stepsAt(0).map(step =>
    step.state === 'current'
      ? {
          ...step,
          waitsFor: toMessage('wait', {
            id: 'podsAvailable',
            parameters: { count: 1, role: 'canary', available: 0, desired: 1 },
          }),
        }
      : step,
  ),
  stepIndex: 0,
};

/** The canary's pods, all failing by the same. */
export const withFailingPods = (
  count: number,
  problem: PodProblem,
): RolloutStatus => {
  const [canary, stable] = movingRollout.revisions;
  return {
    ...movingRollout,
    revisions: [
      {
        ...canary,
        desired: count,
        ready: 0,
        available: 0,
        pods: pods(canary.name, count).map(pod => ({
          ...pod,
          status: problem.reason,
          ready: false,
          problem,
        })),
      },
      stable,
    ],
  };
};

/** Nobody has acted on a change for two minutes. */
export const silentRollout: RolloutStatus = {
  ...pausedRollout,
  phase: 'Progressing',
  message: 'waiting for rollout spec update to be observed',
  observation: {
    state: 'silent',
    generation: 3,
    since: inSeconds(-125),
    message: toMessage('silence', {
      id: 'spec',
      parameters: { generation: 3 },
    }),
  },
  pauses: [],
  pausedSince: undefined,
};

/** A new revision that waits beside the active one. */
export const blueGreenRollout: RolloutStatus = {
  ...pausedRollout,
  message: 'BlueGreenPause',
  strategy: 'blueGreen',
  pauses: [{ reason: 'BlueGreenPause', since: inSeconds(-10) }],
  steps: [],
  stepIndex: undefined,
  weight: undefined,
  revisions: [
    { ...pausedRollout.revisions[0], role: 'preview', podHash: '7f6b' },
    { ...pausedRollout.revisions[1], role: 'active', podHash: '86d4' },
  ],
  services: [
    {
      role: 'active',
      name: 'agents-active',
      selects: 'revision',
      podHash: '86d4',
      revision: 1,
    },
    {
      role: 'preview',
      name: 'agents-preview',
      selects: 'revision',
      podHash: '7f6b',
      revision: 2,
    },
  ],
};
