import type { Stage } from '../play/Stage';
import { analyse, BAD, GOOD, longRateOf, rateOf } from './analysisTemplates';
import { ABORTED, COMPLETED, PAUSED, STEPS, update } from './basicCanary';
import type { Scenario } from './Scenario';

/** A kind of step a position, each of which waits for something. */
const EACH_WAITS = [
  ...STEPS.slice(0, 3),
  analyse('success-rate'),
  {
    experiment: {
      duration: '1h',
      templates: [
        { name: 'baseline', specRef: 'stable' },
        { name: 'candidate', specRef: 'canary' },
      ],
    },
  },
  { pause: { duration: '1h' } },
];

/** Goes on with the canary, step by step, until it is at this one and waits there. */
async function advanceTo(stage: Stage, step: number): Promise<void> {
  stage.setMetric('success-rate', GOOD);
  await stage.apply(longRateOf(stage, 'success-rate'));
  await update(stage, EACH_WAITS, { tag: step === 0 ? '2-bad' : '2' });
  if (step === 0) {
    await stage.settles({ phase: 'Progressing', step, replicas: 4 });
    return;
  }
  await stage.settles({ phase: 'Paused', step: 1, replicas: 3, available: 3 });
  if (step === 1) {
    return;
  }
  if (step === 2) {
    await stage.limitPods(3);
  }
  await stage.argo('promote');
  if (step === 2) {
    await stage.settles({ phase: 'Progressing', step, updated: 1 });
    return;
  }
  await stage.settles({ phase: 'Progressing', step: 3, updated: 2 });
  await stage.settlesRuns('Running');
  if (step === 3) {
    return;
  }
  await stage.argo('promote');
  await stage.settles({ phase: 'Progressing', step: 4 });
  await stage.settlesExperiments('Running');
  if (step === 4) {
    return;
  }
  await stage.argo('promote');
  await stage.settles({ phase: 'Paused', step: 5 });
}

const atEachStep = EACH_WAITS.map(
  (_, step): Scenario => ({
    name: `aborted-at-step-${step}`,
    async play(stage) {
      await advanceTo(stage, step);
      await stage.argo('abort');
      if (step === 2) {
        await stage.settles({ phase: 'Degraded', aborted: true });
        await stage.limitPods('no limit');
      }
      await stage.settles(ABORTED);
    },
  }),
);

async function abortAtFirstStop(stage: Stage): Promise<void> {
  await update(stage, STEPS);
  await stage.settles({ ...PAUSED, step: 1, available: 3 });
  await stage.argo('abort');
  await stage.settles(ABORTED);
}

/** Every way for a basic canary to be given up, and back again. */
export const aborts: Scenario[] = [
  ...atEachStep,
  {
    name: 'aborted-at-step-0-paused',
    async play(stage) {
      await update(stage, [{ pause: {} }, { setWeight: 50 }]);
      await stage.settles({ ...PAUSED, step: 0 });
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'aborted-without-steps',
    async play(stage) {
      await update(stage, [], { tag: '2-bad' });
      await stage.settles({ phase: 'Progressing', replicas: 4 });
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'aborted-by-a-failed-analysis',
    async play(stage) {
      stage.setMetric('success-rate', BAD);
      await stage.apply(rateOf(stage, 'success-rate'));
      await update(stage, [
        { setWeight: 34 },
        analyse('success-rate'),
        { pause: {} },
      ]);
      await stage.settlesRuns('Failed');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'aborted-by-the-progress-deadline',
    async play(stage) {
      const spec = { progressDeadlineSeconds: 6, progressDeadlineAbort: true };
      await update(stage, STEPS, { spec, tag: '2-bad' });
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'aborted-and-retried',
    async play(stage) {
      await abortAtFirstStop(stage);
      await stage.argo('retry rollout');
      await stage.settles({ ...PAUSED, step: 1, available: 3 });
    },
  },
  {
    name: 'aborted-and-replaced',
    async play(stage) {
      await abortAtFirstStop(stage);
      await stage.change({ tag: '3' });
      await stage.settles({ ...PAUSED, step: 1, available: 3 });
    },
  },
  {
    name: 'aborted-and-rolled-back',
    async play(stage) {
      await abortAtFirstStop(stage);
      await stage.change({ tag: '1' });
      await stage.settles(COMPLETED);
    },
  },
];
