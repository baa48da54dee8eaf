import { objectsOf, statusAmong } from '../../rollouts/__testUtils__/scenario';
import { deploymentObjectSchema } from '../../rollouts/objects/kinds/deploymentObject';
import { rolloutObjectSchema } from '../../rollouts/objects/kinds/rolloutObject';
import { workloadTimes } from './workloadTimes';

type Objects = ReturnType<typeof objectsOf>;

/** What is told of the Rollout or Deployment among objects, of which only it is read. */
function timesAmong(objects: Objects, now: string) {
  const at = new Date(now);
  const [object] = objects.filter(
    ({ kind }) => kind === 'Rollout' || kind === 'Deployment',
  );
  const status = statusAmong(
    [object],
    at,
    'replicaSets',
    'pods',
    'analysisRuns',
    'experiments',
    'services',
    'events',
  );
  return workloadTimes(
    object.kind === 'Rollout'
      ? { kind: 'Rollout', object: rolloutObjectSchema.parse(object) }
      : { kind: 'Deployment', object: deploymentObjectSchema.parse(object) },
    status,
    at,
  );
}

const recorded = (scenario: string, now: string) =>
  timesAmong(objectsOf(`recorded/${scenario}`), now);

/** A Deployment of two pods, one of which is ready. */
const deployment = (
  conditions: object[],
  { metadata = {}, spec = {}, status = {} } = {},
): Objects => [
  {
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'shop',
      uid: 'd1',
      generation: 2,
      managedFields: [
        { time: '2026-03-01T10:00:00Z' },
        { subresource: 'status', time: '2026-03-01T10:00:30Z' },
      ],
      ...metadata,
    },
    spec: { replicas: 2, ...spec },
    status: {
      observedGeneration: 2,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 1,
      availableReplicas: 1,
      conditions,
      ...status,
    },
  },
];

const progressing = (reason: string) => ({
  type: 'Progressing',
  status: 'True',
  reason,
  lastTransitionTime: '2026-01-01T00:00:00Z',
  lastUpdateTime: '2026-03-01T10:00:20Z',
});

const available = (status: 'True' | 'False') => ({
  type: 'Available',
  status,
  reason: 'whatever',
  lastTransitionTime: '2026-03-01T10:00:10Z',
  lastUpdateTime: '2026-03-01T10:00:10Z',
});

describe('workloadTimes', () => {
  it.each([
    ['step-0-waiting-for-pods', '2026-11-25T19:46:55Z'],
    // It has never been healthy.
    ['initial-deploy', '2026-11-25T19:46:51Z'],
    ['analysis-running', '2026-11-25T19:48:35Z'],
    ['progress-deadline-exceeded', '2026-11-25T19:51:21Z'],
    ['invalid-at-a-step', '2026-11-25T19:51:23Z'],
    ['invalid-from-the-start', '2026-11-25T19:51:14Z'],
    ['blue-green-analysis-after-running', '2026-11-25T19:50:53Z'],
    // Its conditions are those of a healthy Rollout.
    ['restarting', undefined],
    ['healthy-first-revision', undefined],
    ['step-1-paused', undefined],
  ])('tells since when a Rollout is in its phase: %s', (scenario, since) => {
    expect(recorded(scenario, '2026-11-25T19:52:00Z').phaseSince).toBe(since);
  });

  it('tells since when a Rollout goes on after a pause', () => {
    const [rollout] = objectsOf('recorded/step-0-waiting-for-pods');
    const resumed = (condition: object) =>
      timesAmong(
        [
          {
            ...rollout,
            status: {
              ...Object(rollout.status),
              conditions: [
                {
                  type: 'Healthy',
                  status: 'False',
                  lastTransitionTime: '2026-11-25T19:46:55Z',
                },
                { type: 'Progressing', ...condition },
              ],
            },
          },
        ],
        '2026-11-25T20:00:00Z',
      ).phaseSince;
    expect(
      resumed({
        status: 'Unknown',
        reason: 'RolloutResumed',
        lastTransitionTime: '2026-11-25T19:47:00Z',
        lastUpdateTime: '2026-11-25T19:58:00Z',
      }),
    ).toBe('2026-11-25T19:58:00Z');
    expect(
      resumed({
        status: 'True',
        reason: 'ReplicaSetUpdated',
        lastTransitionTime: '2026-11-25T19:58:01Z',
        lastUpdateTime: '2026-11-25T19:59:00Z',
      }),
    ).toBe('2026-11-25T19:58:01Z');
  });

  it('tells since when a controller has been asked for something', () => {
    expect(
      recorded('absent-new-image', '2026-11-25T19:52:30Z').phaseSince,
    ).toBe('2026-11-25T19:52:25Z');
  });

  it.each([
    ['its last change', 'ReplicaSetUpdated', 'True', '2026-03-01T10:00:00Z'],
    [
      'too few pods are available',
      'NewReplicaSetAvailable',
      'False',
      '2026-03-01T10:00:10Z',
    ],
    ['nobody knows when', 'NewReplicaSetAvailable', 'True', undefined],
  ] as const)(
    'tells that a Deployment is in its phase since %s',
    (_, reason, isAvailable, since) => {
      expect(
        timesAmong(
          deployment([progressing(reason), available(isAvailable)]),
          '2026-03-01T10:00:40Z',
        ).phaseSince,
      ).toBe(since);
    },
  );

  it('tells since when a Deployment has exceeded its deadline, and nothing of one that is being deleted', () => {
    const conditions = [
      { ...progressing('ProgressDeadlineExceeded'), status: 'False' },
    ];
    expect(timesAmong(deployment(conditions), '2026-03-01T11:00:00Z')).toEqual({
      phaseSince: '2026-03-01T10:00:20Z',
      stalledSince: undefined,
    });
    expect(
      timesAmong(
        deployment(conditions, {
          metadata: { deletionTimestamp: '2026-03-01T10:30:00Z' },
        }),
        '2026-03-01T11:00:00Z',
      ),
    ).toEqual({ phaseSince: undefined, stalledSince: undefined });
  });

  it.each([
    ['pods-crash', '2026-11-25T19:50:54Z'],
    ['pods-not-ready', '2026-11-25T19:51:06Z'],
    ['pods-unschedulable', '2026-11-25T19:51:06Z'],
    ['pods-without-image', '2026-11-25T19:50:58Z'],
    ['pods-over-quota', '2026-11-25T19:51:07Z'],
    ['blue-green-preview-not-ready', '2026-11-25T19:50:23Z'],
    ['blue-green-initial-deploy', '2026-11-25T19:50:15Z'],
    ['initial-deploy', '2026-11-25T19:46:52Z'],
    ['without-steps-under-way', '2026-11-25T19:47:13Z'],
    // All that are there are ready.
    ['min-ready-seconds', undefined],
    // The clock of its deadline does not run.
    ['analysis-running', undefined],
    ['experiment-with-failing-pods', undefined],
    // Of the preview, the status does not count pods that are ready.
    ['blue-green-analysis-before-running', undefined],
    ['blue-green-analysis-after-running', undefined],
    ['step-1-paused', undefined],
    // It has failed already.
    ['progress-deadline-exceeded', undefined],
  ])('tells since when nothing has moved: %s', (scenario, since) => {
    expect(recorded(scenario, '2026-11-25T20:00:00Z').stalledSince).toEqual(
      since,
    );
  });

  it('takes a minute without progress for nothing unusual', () => {
    expect(
      recorded('pods-crash', '2026-11-25T19:51:53Z').stalledSince,
    ).toBeUndefined();
    expect(recorded('pods-crash', '2026-11-25T19:51:54Z').stalledSince).toBe(
      '2026-11-25T19:50:54Z',
    );
  });

  it.each([
    // By its deadline's clock.
    ['ReplicaSetUpdated', 'True', '2026-03-01T10:00:20Z'],
    // By its status, which has not been written since.
    ['NewReplicaSetAvailable', 'False', '2026-03-01T10:00:30Z'],
    // It may do without.
    ['NewReplicaSetAvailable', 'True', undefined],
  ] as const)(
    'tells since when nothing has moved of a Deployment: %s, available %s',
    (reason, isAvailable, since) => {
      expect(
        timesAmong(
          deployment([progressing(reason), available(isAvailable)]),
          '2026-03-01T10:05:00Z',
        ).stalledSince,
      ).toBe(since);
    },
  );

  it('tells nothing of a Deployment whose latest spec has not been observed', () => {
    expect(
      timesAmong(
        deployment([progressing('ReplicaSetUpdated')], {
          status: { observedGeneration: 1 },
        }),
        '2026-03-01T10:00:10Z',
      ),
    ).toEqual({ phaseSince: '2026-03-01T10:00:00Z', stalledSince: undefined });
  });
});
