import type { Expectation } from '../play/observedRollout';
import {
  basic,
  complete,
  COMPLETED,
  pauseAt,
  PAUSED,
  STEPS,
} from './basicCanary';
import type { Scenario } from './Scenario';

const BY_SPEC: Expectation = { phase: 'Paused', message: 'manually paused' };

const RESTARTING: Expectation = {
  phase: 'Progressing',
  message: 'rollout is restarting',
};

/** What people change of a canary: its scale, its steps, its pods' age, and back to an earlier revision. */
export const changes: Scenario[] = [
  {
    name: 'scaled-to-zero',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.change({ replicas: 0 });
      await stage.settles({ phase: 'Healthy', replicas: 0 });
    },
  },
  {
    name: 'scaled-to-zero-at-a-step',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.change({ replicas: 0 });
      await stage.settles({ ...PAUSED, step: 1, replicas: 0 });
    },
  },
  {
    name: 'scaled-up-at-a-step',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.change({ replicas: 6 });
      await stage.settles({ ...PAUSED, step: 1, replicas: 6, available: 6 });
    },
  },
  {
    name: 'paused-by-spec',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.change({ spec: { paused: true } });
      await stage.settles(BY_SPEC);
    },
  },
  {
    name: 'paused-by-spec-before-an-update',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.change({ tag: '2', spec: { paused: true } });
      await stage.settles(BY_SPEC);
    },
  },
  {
    name: 'paused-by-spec-at-a-step',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.argo('pause');
      await stage.settles(BY_SPEC);
    },
  },
  {
    name: 'steps-edited-midway',
    async play(stage) {
      await pauseAt(stage, 3);
      const steps = [{ setWeight: 10 }, ...STEPS];
      await stage.change({ strategy: basic(steps) });
      await stage.settles({ ...PAUSED, step: 2, replicas: 3 });
    },
  },
  {
    name: 'steps-shortened-midway',
    async play(stage) {
      await pauseAt(stage, 3);
      await stage.change({ strategy: basic([{ pause: {} }]) });
      await stage.settles({ ...PAUSED, step: 0 });
    },
  },
  {
    name: 'steps-removed-midway',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.change({ strategy: basic([]) });
      await stage.settles(COMPLETED);
    },
  },
  {
    name: 'restarting',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.apply({
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'web' },
        spec: {
          minAvailable: '100%',
          selector: { matchLabels: { app: 'web' } },
        },
      });
      await stage.argo('restart');
      await stage.settles(RESTARTING);
    },
  },
  {
    name: 'restarted',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic(STEPS) });
      await stage.argo('restart');
      await stage.settles(RESTARTING);
      await stage.settles(COMPLETED);
    },
  },
  {
    name: 'rolled-back-through-the-steps',
    async play(stage) {
      await complete(stage);
      await stage.change({ tag: '1' });
      await stage.settles({ ...PAUSED, step: 1, replicas: 3, available: 3 });
    },
  },
  {
    name: 'rolled-back',
    async play(stage) {
      await complete(stage);
      await stage.argo('undo', '--to-revision=1');
      await stage.settles({ ...PAUSED, step: 1 });
      await stage.argo('promote');
      await stage.settles(COMPLETED);
    },
  },
  {
    name: 'rolled-back-before-the-end',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.change({ tag: '1' });
      await stage.settles(COMPLETED);
    },
  },
  {
    name: 'rolled-back-within-the-window',
    async play(stage) {
      await complete(stage, { spec: { rollbackWindow: { revisions: 3 } } });
      await stage.change({ tag: '3-bad' });
      await stage.settlesPods('3-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0 });
      await stage.change({ tag: '1' });
      await stage.settles(COMPLETED);
    },
  },
];
