import type { RolloutOptions } from '../play/rolloutManifest';
import type { Stage } from '../play/Stage';
import { BAD, GOOD, longRateOf, rateOf, UNCLEAR } from './analysisTemplates';
import { ABORTED, ONE_STOP, PAUSED, update } from './basicCanary';
import type { Scenario } from './Scenario';
import { alb, routed } from './trafficRouting';

const TEMPLATES = [
  { name: 'baseline', specRef: 'stable' },
  { name: 'candidate', specRef: 'canary' },
];
const ANALYSES = [{ name: 'success-rate', templateName: 'success-rate' }];

const stepsWith = (experiment: Record<string, unknown>) => [
  { experiment },
  ...ONE_STOP,
];

/** Has the canary come to an experiment with an analysis that measures this once. */
async function analyseOnce(
  stage: Stage,
  measured: number,
  options: Partial<RolloutOptions> = {},
): Promise<void> {
  stage.setMetric('success-rate', measured);
  await stage.apply(rateOf(stage, 'success-rate'));
  const experiment = { templates: TEMPLATES, analyses: ANALYSES };
  await update(stage, stepsWith(experiment), options);
}

/** Experiments as steps of a canary. */
export const experiments: Scenario[] = [
  {
    name: 'experiment-running',
    async play(stage) {
      await update(stage, stepsWith({ duration: '1h', templates: TEMPLATES }));
      await stage.settlesExperiments('Running');
      await stage.settles({ phase: 'Progressing', step: 0 });
    },
  },
  {
    name: 'experiment-with-analysis-running',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      await stage.apply(longRateOf(stage, 'success-rate'));
      await update(
        stage,
        stepsWith({ templates: TEMPLATES, analyses: ANALYSES }),
      );
      await stage.settlesExperiments('Running');
      await stage.settlesRuns('Running');
      await stage.settles({ phase: 'Progressing', step: 0 });
    },
  },
  {
    name: 'experiment-with-failing-pods',
    async play(stage) {
      const experiment = { duration: '1h', templates: TEMPLATES };
      await update(stage, stepsWith(experiment), { tag: '2-bad' });
      await stage.settlesPods('2-bad', 1);
      await stage.settlesExperiments('Pending');
      await stage.settles({ phase: 'Progressing', step: 0 });
    },
  },
  {
    name: 'experiment-successful',
    async play(stage) {
      await update(stage, stepsWith({ duration: '3s', templates: TEMPLATES }));
      await stage.settlesExperiments('Successful');
      await stage.settles({ ...PAUSED, step: 2 });
    },
  },
  {
    name: 'experiment-failed',
    async play(stage) {
      await analyseOnce(stage, BAD);
      await stage.settlesExperiments('Failed');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'experiment-inconclusive',
    async play(stage) {
      // The controller creates one after the other, all of which come to the same.
      const spec = { analysis: { unsuccessfulRunHistoryLimit: 1 } };
      await analyseOnce(stage, UNCLEAR, { spec });
      await stage.settles({
        phase: 'Paused',
        step: 0,
        message: 'InconclusiveExperiment',
      });
    },
  },
  {
    name: 'experiment-with-weights',
    async play(stage) {
      await stage.apply(...alb.objects);
      const templates = TEMPLATES.map(each => ({ ...each, weight: 5 }));
      const strategy = routed(alb, [
        { setWeight: 10 },
        { experiment: { duration: '1h', templates } },
      ]);
      await stage.start({ tag: '1', strategy });
      await stage.change({ tag: '2' });
      await stage.settlesExperiments('Running');
      await stage.settles({ phase: 'Progressing', step: 1, weight: 10 });
    },
  },
];
