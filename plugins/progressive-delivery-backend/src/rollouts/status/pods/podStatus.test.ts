import { statusOf } from '../../__testUtils__/scenario';

describe('podStatus', () => {
  const [canary] = statusOf('failing-pods').revisions;
  const told = canary.pods.map(
    ({ name, ready, restarts, status }) =>
      `${name.replace('web-7d4b9c6f85-', '')}: ${status}, ${
        ready ? 'ready' : 'not ready'
      }, ${restarts} restarts`,
  );

  it('reads as in kubectl get pods', () => {
    expect(told).toEqual([
      'a-crash: CrashLoopBackOff, not ready, 5 restarts',
      'b-image: ImagePullBackOff, not ready, 0 restarts',
      'c-leaving: Terminating, not ready, 0 restarts',
      'd-init: Init:1/2, not ready, 0 restarts',
      'e-init-fails: Init:CrashLoopBackOff, not ready, 3 restarts',
      'f-memory: OOMKilled, not ready, 2 restarts',
      'g-completed: Completed, not ready, 0 restarts',
      'h-evicted: Evicted, not ready, 0 restarts',
      'i-lost: Unknown, not ready, 0 restarts',
      'j-sidecar-only: CreateContainerConfigError, not ready, 5 restarts',
      'k-signal: Signal:9, not ready, 0 restarts',
      'l-exit: ExitCode:2, not ready, 0 restarts',
      'm-half: NotReady, not ready, 0 restarts',
      'n-gated: SchedulingGated, not ready, 0 restarts',
    ]);
  });

  it('says since when a pod is there', () => {
    expect(canary.pods[0].createdAt).toBe('2026-03-01T10:00:00Z');
  });
});
