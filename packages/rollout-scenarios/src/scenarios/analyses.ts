import type { Expectation } from '../play/observedRollout';
import type { Stage } from '../play/Stage';
import {
  analyse,
  BAD,
  GOOD,
  longRateOf,
  rate,
  rateOf,
  template,
  UNCLEAR,
} from './analysisTemplates';
import { ABORTED, basic, ONE_STOP, PAUSED, update } from './basicCanary';
import type { Scenario } from './Scenario';

const STEPS = [{ setWeight: 34 }, analyse('success-rate'), { pause: {} }];

const AT_ANALYSIS: Expectation = { phase: 'Progressing', step: 1, updated: 1 };
const PAST_ANALYSIS: Expectation = { ...PAUSED, step: 2 };
const UNDECIDED: Expectation = {
  phase: 'Paused',
  step: 1,
  message: 'InconclusiveAnalysisRun',
};

/** Has the canary come to its analysis, which measures this once. */
async function analyseOnce(stage: Stage, measured: number): Promise<void> {
  stage.setMetric('success-rate', measured);
  await stage.apply(rateOf(stage, 'success-rate'));
  await update(stage, STEPS);
}

/** A canary that is analysed all the way. */
function inBackground(more: Record<string, unknown> = {}) {
  const templates = [{ templateName: 'success-rate' }];
  return { strategy: basic(ONE_STOP, { analysis: { templates, ...more } }) };
}

/** Analyses of a canary, in steps and in the background, and what each outcome comes to. */
export const analyses: Scenario[] = [
  {
    name: 'analysis-running',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      await stage.apply(longRateOf(stage, 'success-rate'));
      await update(stage, STEPS);
      await stage.settlesRuns('Running');
      await stage.settles(AT_ANALYSIS);
    },
  },
  {
    name: 'analysis-not-begun',
    async play(stage) {
      const more = { initialDelay: '1h' };
      await stage.apply(rateOf(stage, 'success-rate', more));
      await update(stage, STEPS);
      await stage.settlesRuns('Running');
      await stage.settles(AT_ANALYSIS);
    },
  },
  {
    name: 'analysis-successful',
    async play(stage) {
      await analyseOnce(stage, GOOD);
      await stage.settlesRuns('Successful');
      await stage.settles(PAST_ANALYSIS);
    },
  },
  {
    name: 'analysis-inconclusive',
    async play(stage) {
      await analyseOnce(stage, UNCLEAR);
      await stage.settlesRuns('Inconclusive');
      await stage.settles(UNDECIDED);
    },
  },
  {
    name: 'analysis-inconclusive-promoted',
    async play(stage) {
      await analyseOnce(stage, UNCLEAR);
      await stage.settles(UNDECIDED);
      await stage.argo('promote');
      await stage.settles(PAST_ANALYSIS);
    },
  },
  {
    name: 'analysis-inconclusive-aborted',
    async play(stage) {
      await analyseOnce(stage, UNCLEAR);
      await stage.settles(UNDECIDED);
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'analysis-failed-after-several-measurements',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      stage.setMetric('latency', BAD);
      await stage.apply(
        template('success-rate', [
          rate(stage, 'success-rate', { count: 5, interval: '1s' }),
          rate(stage, 'latency', {
            count: 5,
            interval: '1s',
            failureLimit: 2,
          }),
        ]),
      );
      await update(stage, STEPS);
      await stage.settlesRuns('Failed');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'analysis-error',
    async play(stage) {
      const more = { consecutiveErrorLimit: 0 };
      await stage.apply(rateOf(stage, 'unknown-metric', more));
      await update(stage, [
        { setWeight: 34 },
        analyse('unknown-metric'),
        { pause: {} },
      ]);
      await stage.settlesRuns('Error');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'analysis-dry-run-failed',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      stage.setMetric('latency', BAD);
      await stage.apply(
        template(
          'success-rate',
          [rate(stage, 'success-rate'), rate(stage, 'latency')],
          { dryRun: [{ metricName: 'latency' }] },
        ),
      );
      await update(stage, STEPS);
      await stage.settlesRuns('Successful');
      await stage.settles(PAST_ANALYSIS);
    },
  },
  {
    name: 'analysis-job-running',
    async play(stage) {
      await stage.apply(
        template('success-rate', [
          {
            name: 'smoke-test',
            provider: {
              job: {
                spec: {
                  template: {
                    spec: {
                      automountServiceAccountToken: false,
                      restartPolicy: 'Never',
                      containers: [
                        {
                          name: 'smoke-test',
                          image: 'registry.example.com/shop/smoke-test:1-bad',
                        },
                      ],
                    },
                  },
                },
              },
            },
          },
        ]),
      );
      await update(stage, STEPS);
      await stage.settlesRuns('Running');
      await stage.settlesPods('1-bad', 1);
      await stage.settles(AT_ANALYSIS);
    },
  },
  {
    name: 'analysis-failed-and-retried',
    async play(stage) {
      await analyseOnce(stage, BAD);
      await stage.settles(ABORTED);
      stage.setMetric('success-rate', GOOD);
      await stage.argo('retry rollout');
      await stage.settlesRuns('Failed', 'Successful');
      await stage.settles(PAST_ANALYSIS);
    },
  },
  {
    name: 'background-analysis-running',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      await stage.apply(longRateOf(stage, 'success-rate'));
      await update(stage, ONE_STOP, inBackground({ startingStep: 1 }));
      await stage.settlesRuns('Running');
      await stage.settles({ ...PAUSED, step: 1 });
    },
  },
  {
    name: 'background-analysis-inconclusive',
    async play(stage) {
      stage.setMetric('success-rate', UNCLEAR);
      await stage.apply(rateOf(stage, 'success-rate'));
      await update(stage, ONE_STOP, inBackground());
      await stage.settlesRuns('Inconclusive');
      await stage.settles({ phase: 'Paused' });
    },
  },
  {
    name: 'background-analysis-failed',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      await stage.apply(
        rateOf(stage, 'success-rate', { count: 1000, interval: '1s' }),
      );
      await update(stage, ONE_STOP, inBackground());
      await stage.settles({ ...PAUSED, step: 1 });
      stage.setMetric('success-rate', BAD);
      await stage.settlesRuns('Failed');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'analysis-after-the-last-weight',
    async play(stage) {
      stage.setMetric('success-rate', GOOD);
      await stage.apply(longRateOf(stage, 'success-rate'));
      await update(stage, [{ setWeight: 100 }, analyse('success-rate')]);
      await stage.settlesRuns('Running');
      await stage.settles({
        phase: 'Progressing',
        step: 1,
        replicas: 3,
        updated: 3,
        message: 'waiting for all steps to complete',
      });
    },
  },
];
