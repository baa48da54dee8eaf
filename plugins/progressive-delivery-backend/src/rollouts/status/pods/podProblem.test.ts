import { at, podWith } from '../../__testUtils__/objects';
import { statusOf } from '../../__testUtils__/scenario';
import { podStatus } from './podStatus';

const told = (options: Parameters<typeof podWith>[0]) =>
  podStatus(podWith(options), 0).problem;
const ready = {
  conditions: [
    { type: 'Ready', status: 'True', lastTransitionTime: at('10:00:00') },
  ],
};

describe('podProblem', () => {
  it('is how the container that crashes has ended', () => {
    expect(
      told({
        container: {
          ready: false,
          restartCount: 3,
          state: {
            waiting: {
              reason: 'CrashLoopBackOff',
              message: 'back-off 40s restarting failed container',
            },
          },
          lastState: {
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              finishedAt: at('10:00:10'),
            },
          },
        },
      }),
    ).toEqual({
      reason: 'CrashLoopBackOff',
      message: 'back-off 40s restarting failed container',
      container: 'web',
      lastEnd: { reason: 'OOMKilled', exitCode: 137, at: at('10:00:10') },
    });
  });

  it('is why an image cannot be pulled', () => {
    expect(
      told({
        status: { phase: 'Pending' },
        container: {
          state: {
            waiting: { reason: 'ErrImagePull', message: 'not found' },
          },
        },
      }),
    ).toEqual({
      reason: 'ErrImagePull',
      message: 'not found',
      container: 'web',
    });
  });

  it('is why it cannot be scheduled', () => {
    expect(
      told({
        status: {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available: 3 Insufficient cpu.',
            },
          ],
        },
      }),
    ).toEqual({
      reason: 'Unschedulable',
      message: '0/3 nodes are available: 3 Insufficient cpu.',
    });
  });

  it('is why it was evicted', () => {
    expect(
      told({
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on resource: memory.',
        },
      }),
    ).toEqual({
      reason: 'Evicted',
      message: 'The node was low on resource: memory.',
    });
  });

  it('is that it runs and is not ready', () => {
    expect(
      told({
        container: { ready: false, state: { running: {} } },
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'ContainersNotReady',
              message: 'containers with unready status: [web]',
            },
          ],
        },
      }),
    ).toEqual({
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [web]',
    });
  });

  it('is how it ended the last time where it is ready again', () => {
    expect(
      told({
        status: ready,
        container: {
          ready: true,
          restartCount: 1,
          state: { running: {} },
          lastState: { terminated: { exitCode: 1, reason: 'Error' } },
        },
      }),
    ).toEqual({
      reason: 'Error',
      container: 'web',
      lastEnd: { reason: 'Error', exitCode: 1 },
    });
  });

  it('is none of one that starts, runs well, or is being removed', () => {
    const crashing = {
      ready: false,
      restartCount: 1,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
    };
    for (const pod of [
      {
        status: { phase: 'Pending' },
        container: { state: { waiting: { reason: 'ContainerCreating' } } },
      },
      {
        status: ready,
        container: { ready: true, state: { running: {} } },
      },
      {
        metadata: { deletionTimestamp: at('10:00:00') },
        container: crashing,
      },
    ]) {
      expect(told(pod)).toBeUndefined();
    }
  });
});

describe('availableAt', () => {
  it('is minReadySeconds after it has become ready', () => {
    const pod = podWith({ status: ready });
    expect(podStatus(pod, 0).availableAt).toBe(at('10:00:00'));
    expect(podStatus(pod, 30).availableAt).toBe('2026-03-01T10:00:30.000Z');
  });

  it('is not told of one that is not ready', () => {
    for (const { availableAt } of statusOf('failing-pods').revisions[0].pods) {
      expect(availableAt).toBeUndefined();
    }
  });
});
