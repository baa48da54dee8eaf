import { podState } from './podState';

const pod = { name: 'agents-0', restarts: 0, ready: false };

describe('podState', () => {
  it.each([
    'Running',
    'Pending',
    'ContainerCreating',
    'Init:0/2',
    'Terminating',
  ])('takes %s for a pod that starts or ends', status => {
    expect(podState({ ...pod, status })).toBe('pending');
  });

  it.each(['CrashLoopBackOff', 'ImagePullBackOff', 'Init:CrashLoopBackOff'])(
    'takes %s for a failure',
    status => {
      expect(podState({ ...pod, status })).toBe('failing');
    },
  );

  it('does not take a probe that has yet to succeed for a failure', () => {
    expect(
      podState({
        ...pod,
        status: 'Running',
        problem: { reason: 'ContainersNotReady' },
      }),
    ).toBe('pending');
  });

  it('takes for a failure what no node has room for, and what was started again', () => {
    for (const [status, reason] of [
      ['Pending', 'Unschedulable'],
      ['Running', 'OOMKilled'],
    ]) {
      expect(podState({ ...pod, status, problem: { reason } })).toBe('failing');
    }
  });

  it('is content with a pod that is ready, whatever was before', () => {
    expect(
      podState({
        ...pod,
        ready: true,
        restarts: 3,
        status: 'Running',
        problem: { reason: 'OOMKilled' },
      }),
    ).toBe('ready');
  });
});
