import { podLook } from './podLook';

const pod = { name: 'agents-0', restarts: 0, ready: false };

describe('podLook', () => {
  it.each([
    'Running',
    'Pending',
    'ContainerCreating',
    'Init:0/2',
    'Terminating',
  ])('takes %s for a pod that starts or ends', status => {
    expect(podLook({ ...pod, status })).toBe('pending');
  });

  it.each(['CrashLoopBackOff', 'ImagePullBackOff', 'Init:CrashLoopBackOff'])(
    'takes %s for a failure',
    status => {
      expect(podLook({ ...pod, status })).toBe('failing');
    },
  );

  it('does not take a probe that has yet to succeed for a failure', () => {
    expect(
      podLook({
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
      expect(podLook({ ...pod, status, problem: { reason } })).toBe('failing');
    }
  });

  it('is content with a pod that is ready, whatever was before', () => {
    expect(
      podLook({
        ...pod,
        ready: true,
        restarts: 3,
        status: 'Running',
        problem: { reason: 'OOMKilled' },
      }),
    ).toBe('ready');
  });
});
