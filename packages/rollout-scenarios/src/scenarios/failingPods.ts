import type { Expectation } from '../play/observedRollout';
import { basic, pauseAt, PAUSED, STEPS, update } from './basicCanary';
import type { Scenario } from './Scenario';

const strategy = basic(STEPS);

const AT_STEP_0: Expectation = { phase: 'Progressing', step: 0 };

/** Of pods that do not become ready. */
const TAG = '2-bad';

/** One container that waits for this reason. */
function waiting(reason: string, message: string, restartCount = 0) {
  return {
    ready: false,
    started: false,
    restartCount,
    state: { waiting: { reason, message } },
    ...(restartCount > 0 && {
      lastState: {
        terminated: {
          exitCode: 1,
          reason: 'Error',
          startedAt: '2026-01-01T00:00:00Z',
          finishedAt: '2026-01-01T00:00:01Z',
        },
      },
    }),
  };
}

/** Pods that fail, each in its own way. */
export const failingPods: Scenario[] = [
  {
    name: 'pods-crash',
    async play(stage) {
      await update(stage, STEPS, { tag: TAG });
      await stage.reportContainers(
        TAG,
        1,
        waiting(
          'CrashLoopBackOff',
          'back-off 5m0s restarting failed container=web',
          7,
        ),
      );
      await stage.settles(AT_STEP_0);
    },
  },
  {
    name: 'pods-without-image',
    async play(stage) {
      await update(stage, STEPS, { tag: TAG });
      await stage.reportContainers(
        TAG,
        1,
        waiting(
          'ImagePullBackOff',
          'Back-off pulling image "registry.example.com/shop/web:2-bad"',
        ),
      );
      await stage.settles(AT_STEP_0);
    },
  },
  {
    name: 'pods-out-of-memory',
    async play(stage) {
      await update(stage, STEPS, { tag: TAG });
      await stage.reportContainers(TAG, 1, {
        ready: false,
        started: false,
        restartCount: 2,
        state: {
          terminated: {
            exitCode: 137,
            reason: 'OOMKilled',
            startedAt: '2026-01-01T00:00:00Z',
            finishedAt: '2026-01-01T00:00:01Z',
          },
        },
      });
      await stage.settles(AT_STEP_0);
    },
  },
  {
    name: 'pods-not-ready',
    async play(stage) {
      await update(stage, STEPS, { tag: TAG });
      await stage.settlesPods(TAG, 1);
      await stage.settles(AT_STEP_0);
    },
  },
  {
    name: 'pods-unschedulable',
    async play(stage) {
      const podSpec = { nodeSelector: { disk: 'large' } };
      await stage.start({ tag: '1', strategy });
      await stage.change({ tag: TAG, podSpec });
      await stage.settlesPods(TAG, 1, 'Pending');
      await stage.settles(AT_STEP_0);
    },
  },
  {
    name: 'pods-over-quota',
    async play(stage) {
      await stage.start({ tag: '1', strategy });
      await stage.limitPods(3);
      await stage.change({ tag: '2' });
      await stage.settles({ ...AT_STEP_0, replicas: 3, updated: 0 });
      await stage.settlesEvents('FailedCreate');
    },
  },
  {
    name: 'pods-without-service-account',
    async play(stage) {
      await stage.start({ tag: '1', strategy });
      const podSpec = { serviceAccountName: 'missing' };
      await stage.change({ tag: TAG, podSpec });
      await stage.settles({ ...AT_STEP_0, replicas: 3, updated: 0 });
      await stage.settlesEvents('FailedCreate');
    },
  },
  {
    name: 'pods-crashed-at-a-later-step',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.reportContainers('2', 1, {
        ready: true,
        started: true,
        restartCount: 4,
        state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
      });
      await stage.settles({ ...PAUSED, step: 1 });
    },
  },
  {
    name: 'pods-terminating',
    async play(stage) {
      await stage.start({ tag: '1', strategy });
      await stage.holdPods('1', 3);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 1, replicas: 3 });
      await stage.settlesTerminating(1);
    },
  },
  {
    name: 'progress-deadline-exceeded',
    async play(stage) {
      const spec = { progressDeadlineSeconds: 5 };
      await update(stage, STEPS, { spec, tag: TAG });
      await stage.settles({
        phase: 'Degraded',
        step: 0,
        message: /^ProgressDeadlineExceeded: /,
      });
    },
  },
  {
    name: 'progress-deadline-exceeded-at-the-first-revision',
    async play(stage) {
      const spec = { progressDeadlineSeconds: 5 };
      await stage.create({ tag: '1-bad', strategy, spec });
      await stage.settles({
        phase: 'Degraded',
        message: /^ProgressDeadlineExceeded: /,
      });
    },
  },
];
