import { statusOf } from '../__testUtils__/scenario';
import { at, rolloutWith } from '../__testUtils__/objects';
import {
  deploymentProgressDeadline,
  rolloutProgressDeadline,
} from './progressDeadline';
import { replicaSetObjectSchema } from '../objects/kinds/replicaSetObject';
import { deploymentObjectSchema } from '../objects/kinds/deploymentObject';

const conditions = [
  {
    type: 'Progressing',
    status: 'True',
    reason: 'ReplicaSetUpdated',
    lastUpdateTime: at('10:00:00'),
  },
];
const moving = { steps: [{ setWeight: 10 }], status: { conditions } };

describe('rolloutProgressDeadline', () => {
  it('is ten minutes after the last progress, or as long as the spec says', () => {
    expect(rolloutProgressDeadline(rolloutWith(moving), [])).toEqual({
      at: '2026-03-01T10:10:00.000Z',
      aborts: false,
    });
    expect(
      rolloutProgressDeadline(
        rolloutWith({
          ...moving,
          spec: { progressDeadlineSeconds: 60, progressDeadlineAbort: true },
        }),
        undefined,
      ),
    ).toEqual({ at: '2026-03-01T10:01:00.000Z', aborts: true });
  });

  it.each([
    ['at a pause', { ...moving, steps: [{ pause: {} }] }],
    ['at an analysis', { ...moving, steps: [{ analysis: { templates: [] } }] }],
    ['paused by hand', { ...moving, spec: { paused: true } }],
    ['aborted', { ...moving, status: { conditions, abort: true } }],
    ['not observed', { ...moving, metadata: { generation: 3 } }],
    [
      'complete',
      {
        ...moving,
        status: {
          conditions: [{ ...conditions[0], reason: 'NewReplicaSetAvailable' }],
        },
      },
    ],
    [
      'over it already',
      {
        ...moving,
        status: { conditions: [{ ...conditions[0], status: 'False' }] },
      },
    ],
  ])('does not run while it is %s', (_, rollout) => {
    expect(rolloutProgressDeadline(rolloutWith(rollout), [])).toBeUndefined();
  });

  it('does not run while an old ReplicaSet waits to be scaled down', () => {
    const old = replicaSetObjectSchema.parse({
      metadata: {
        name: 'web-old',
        uid: 'old',
        annotations: { 'scale-down-deadline': at('10:00:30') },
        labels: { 'rollouts-pod-template-hash': 'old' },
      },
      spec: { template: { spec: {} } },
    });
    expect(rolloutProgressDeadline(rolloutWith(moving), [old])).toBeUndefined();
  });

  it('is told with the status', () => {
    expect(statusOf('step-0').progressDeadline).toEqual({
      at: '2026-03-01T10:10:12.000Z',
      aborts: false,
    });
    expect(statusOf('paused-at-step').progressDeadline).toBeUndefined();
    expect(
      statusOf('progress-deadline-exceeded').progressDeadline,
    ).toBeUndefined();
  });
});

describe('deploymentProgressDeadline', () => {
  const deployment = (spec: object, condition: object = {}) =>
    deploymentObjectSchema.parse({
      metadata: { name: 'web', namespace: 'shop', uid: 'a', generation: 1 },
      spec,
      status: {
        observedGeneration: 1,
        conditions: [{ ...conditions[0], ...condition }],
      },
    });

  it('runs while it progresses', () => {
    expect(deploymentProgressDeadline(deployment({}))).toEqual({
      at: '2026-03-01T10:10:00.000Z',
      aborts: false,
    });
  });

  it('does not run once it is complete, while it is paused, or where it has none', () => {
    expect(
      [
        deployment({}, { reason: 'NewReplicaSetAvailable' }),
        deployment({ paused: true }),
        deployment({ progressDeadlineSeconds: 2147483647 }),
      ].map(deploymentProgressDeadline),
    ).toEqual([undefined, undefined, undefined]);
  });
});
