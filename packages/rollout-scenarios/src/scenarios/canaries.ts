import { basic, complete, pauseAt, PAUSED, STEPS, update } from './basicCanary';
import type { Scenario } from './Scenario';

/** A basic canary from its first revision to its end. */
export const canaries: Scenario[] = [
  {
    name: 'initial-deploy',
    async play(stage) {
      await stage.create({ tag: '1-bad', strategy: basic(STEPS) });
      await stage.settlesPods('1-bad', 3);
      await stage.settles({ phase: 'Progressing', updated: 3, available: 0 });
    },
  },
  {
    name: 'healthy-first-revision',
    play: stage => stage.start({ tag: '1', strategy: basic(STEPS) }),
  },
  {
    name: 'healthy-without-steps',
    play: stage => stage.start({ tag: '1', strategy: { canary: {} } }),
  },
  {
    name: 'healthy-single-replica',
    play: stage =>
      stage.start({ tag: '1', strategy: basic(STEPS), replicas: 1 }),
  },
  {
    name: 'step-0-waiting-for-pods',
    async play(stage) {
      await update(stage, STEPS, { tag: '2-bad' });
      await stage.settlesPods('2-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0, replicas: 4 });
    },
  },
  {
    name: 'step-0-paused',
    async play(stage) {
      await update(stage, [{ pause: {} }, { setWeight: 50 }]);
      await stage.settles({ ...PAUSED, step: 0, available: 3, updated: 0 });
    },
  },
  {
    name: 'step-1-paused',
    play: stage => pauseAt(stage, 1),
  },
  {
    name: 'step-1-paused-single-replica',
    async play(stage) {
      await update(stage, STEPS, { replicas: 1 });
      await stage.settles({ ...PAUSED, step: 1, replicas: 2, available: 2 });
    },
  },
  {
    name: 'step-3-paused-for-an-hour',
    play: stage => pauseAt(stage, 3),
  },
  {
    name: 'last-step-paused',
    play: stage => pauseAt(stage, 5),
  },
  {
    name: 'all-steps-done',
    play: stage => complete(stage),
  },
  {
    name: 'skipped-a-step',
    async play(stage) {
      await update(stage, [{ pause: {} }, { setWeight: 34 }, { pause: {} }]);
      await stage.settles({ ...PAUSED, step: 0 });
      await stage.argo('promote', '--skip-current-step');
      await stage.settles({ ...PAUSED, step: 2, replicas: 3, updated: 1 });
    },
  },
  {
    name: 'promoted-fully-under-way',
    async play(stage) {
      await update(stage, STEPS, { tag: '2-bad' });
      await stage.settlesPods('2-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0 });
      await stage.argo('promote', '--full');
      await stage.settles({ phase: 'Progressing', step: 6, replicas: 4 });
    },
  },
  {
    name: 'without-steps-under-way',
    async play(stage) {
      const strategy = basic([], { maxSurge: '100%' });
      await update(stage, [], { strategy, tag: '2-bad' });
      await stage.settlesPods('2-bad', 3);
      await stage.settles({
        phase: 'Progressing',
        message: 'old replicas are pending termination',
        replicas: 6,
        updated: 3,
        available: 3,
      });
    },
  },
  {
    name: 'min-ready-seconds',
    async play(stage) {
      const spec = { minReadySeconds: 600, progressDeadlineSeconds: 1200 };
      await stage.create({ tag: '1', strategy: basic(STEPS), spec });
      await stage.settles({
        phase: 'Progressing',
        message: 'updated replicas are still becoming available',
        updated: 3,
        ready: 3,
        available: 0,
      });
    },
  },
  {
    name: 'replaced-by-a-third-revision',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.change({ tag: '3-bad' });
      await stage.settlesPods('3-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0 });
    },
  },
  {
    name: 'being-deleted',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.holdPods('1', 3);
      await stage.kubectl([
        ...['delete', 'rollouts.argoproj.io', 'web'],
        ...['--cascade=foreground', '--wait=false'],
      ]);
      stage.expectNothing();
      await stage.settlesTerminating(3);
    },
  },
];
