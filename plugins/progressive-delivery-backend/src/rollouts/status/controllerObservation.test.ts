import { at, rolloutWith } from '../__testUtils__/objects';
import { statusOf } from '../__testUtils__/scenario';
import { rolloutObservation, silentFrom } from './controllerObservation';

const managed = (time: string, subresource?: string) => ({
  managedFields: [{ time: at(time), subresource }],
});
const pausedFor = (seconds: number) => ({
  steps: [{ pause: { duration: seconds } }],
  status: {
    controllerPause: true,
    pauseConditions: [{ reason: 'CanaryPauseStep', startTime: at('10:00:00') }],
  },
});
const observed = (
  rollout: Parameters<typeof rolloutWith>[0],
  time: string,
  firstSeenAt?: string,
) =>
  rolloutObservation(rolloutWith(rollout), {
    now: new Date(at(time)),
    firstSeenAt: firstSeenAt ? new Date(at(firstSeenAt)) : undefined,
  });

describe('rolloutObservation', () => {
  const changed = { metadata: { generation: 3, ...managed('10:00:00') } };

  it('is nothing to speak of once the spec is observed', () => {
    expect(observed({ steps: [{ setWeight: 10 }] }, '23:00:00')).toEqual({
      state: 'observed',
    });
  });

  it('waits for half a minute after the spec has changed, and is silence from then on', () => {
    expect(observed(changed, '10:00:29')).toEqual({
      state: 'waiting',
      generation: 3,
      since: at('10:00:00'),
    });
    expect(observed(changed, '10:00:30')).toEqual({
      state: 'silent',
      generation: 3,
      since: at('10:00:00'),
      message: {
        id: 'spec',
        parameters: { generation: 3 },
        text: expect.stringMatching(
          /^The Argo Rollouts controller has not observed generation 3 of this Rollout\. Check that its pods are running/,
        ),
      },
    });
    expect(
      silentFrom(
        { kind: 'Rollout', object: rolloutWith(changed) },
        { now: new Date() },
      ),
    ).toEqual(new Date(at('10:00:30')));
  });

  it('does not take a change of the status for one of the spec', () => {
    const rollout = {
      metadata: {
        generation: 3,
        managedFields: [
          ...managed('10:00:00').managedFields,
          ...managed('10:05:00', 'status').managedFields,
        ],
      },
    };
    expect(observed(rollout, '10:05:01')).toMatchObject({
      state: 'silent',
      since: at('10:00:00'),
    });
  });

  it('counts from when it was seen first where nothing says when it was changed', () => {
    const rollout = { metadata: { generation: 3 } };
    expect(observed(rollout, '10:00:29', '10:00:00')).toMatchObject({
      state: 'waiting',
    });
    expect(observed(rollout, '10:00:30', '10:00:00')).toMatchObject({
      state: 'silent',
      since: '2026-03-01T10:00:00.000Z',
    });
    expect(observed(rollout, '23:00:00')).toEqual({
      state: 'waiting',
      generation: 3,
      since: undefined,
    });
  });

  it('is silence where no controller has ever looked at it', () => {
    const { message, observation, phase } = statusOf(
      'not-seen-by-controller',
      new Date('2026-03-01T12:00:00Z'),
    );
    expect(observation).toEqual({
      state: 'silent',
      generation: expect.any(Number),
      since: expect.any(String),
      message: expect.objectContaining({ id: 'created' }),
    });
    // Which is what kubectl says of it.
    expect({ message, phase }).toEqual({
      phase: 'Progressing',
      message: 'more replicas need to be updated',
    });
  });

  it('is silence where a pause is long over', () => {
    expect(observed(pausedFor(60), '10:01:29')).toEqual({ state: 'observed' });
    expect(observed(pausedFor(60), '10:01:30')).toMatchObject({
      state: 'silent',
      message: { id: 'pauseEnd' },
    });
    expect(
      observed({ ...pausedFor(60), spec: { paused: true } }, '23:00:00'),
    ).toEqual({ state: 'observed' });
  });

  it('is silence where it was promoted, or is to be aborted, and nothing has happened', () => {
    const promoted = {
      metadata: managed('10:00:00', 'status'),
      status: { controllerPause: true },
    };
    expect(observed(promoted, '10:00:05')).toMatchObject({ state: 'waiting' });
    expect(observed(promoted, '10:00:30')).toMatchObject({
      state: 'silent',
      message: { id: 'promotion' },
    });
    for (const [status, id] of [
      [{ abort: true }, 'abort'],
      [{ abortedAt: at('09:00:00') }, 'retry'],
      [{ ...pausedFor(600).status, promoteFull: true }, 'fullPromotion'],
    ] as const) {
      const metadata = managed('10:00:00', 'status');
      expect(observed({ metadata, status }, '10:00:29')).toMatchObject({
        state: 'waiting',
      });
      expect(observed({ metadata, status }, '10:00:30')).toMatchObject({
        state: 'silent',
        message: { id },
      });
    }
  });

  it('does not wait for a workload while the spec makes no sense', () => {
    const rollout = {
      metadata: {
        ...managed('10:00:00'),
        annotations: { 'rollout.argoproj.io/workload-generation': '2' },
      },
      spec: { workloadRef: { kind: 'Deployment', name: 'web' } },
      status: { workloadObservedGeneration: '1' },
    };
    expect(observed(rollout, '10:00:30')).toMatchObject({ state: 'silent' });
    const conditions = [{ type: 'InvalidSpec', status: 'True' }];
    expect(
      observed(
        { ...rollout, status: { ...rollout.status, conditions } },
        '10:00:30',
      ),
    ).toEqual({ state: 'observed' });
  });

  it('expects nothing of what is being deleted', () => {
    const { metadata } = changed;
    expect(
      observed(
        { metadata: { ...metadata, deletionTimestamp: at('10:00:00') } },
        '23:00:00',
      ),
    ).toEqual({ state: 'observed' });
  });
});

describe('deploymentObservation', () => {
  it('waits, and then is silence as well', () => {
    expect(statusOf('deployment-healthy').observation).toEqual({
      state: 'observed',
    });
    expect(statusOf('deployment-not-observed').observation).toMatchObject({
      state: 'waiting',
    });
  });
});
