import {
  AnalysisRunStatus,
  MetricStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A metric that was measured twice of five times, and is good so far. */
const runningMetric: MetricStatus = {
  name: 'success-rate',
  provider: 'prometheus',
  phase: 'Running',
  dryRun: false,
  successCondition: 'result[0] >= 0.95',
  interval: '30s',
  limits: { failed: 1, inconclusive: 0, consecutiveErrors: 4 },
  wanted: 5,
  counts: {
    measured: 2,
    successful: 2,
    failed: 0,
    inconclusive: 0,
    errors: 0,
    consecutiveErrors: 0,
    consecutiveSuccesses: 2,
  },
  measurements: [
    { phase: 'Successful', value: '[0.99]' },
    { phase: 'Successful', value: '[0.97]' },
  ],
};

const failedMetric: MetricStatus = {
  ...runningMetric,
  name: 'latency',
  phase: 'Failed',
  successCondition: undefined,
  failureCondition: 'result[0] > 0.5',
  counts: { ...runningMetric.counts, successful: 0, failed: 2 },
  measurements: [
    { phase: 'Failed', value: '[0.7]' },
    { phase: 'Failed', value: '[0.8]' },
  ],
};

/** Of the second step, which waits for it. */
export const runningAnalysis: AnalysisRunStatus = {
  name: 'agents-controllers-7f6b-2-1',
  kind: 'step',
  current: true,
  revision: 2,
  stepIndex: 1,
  phase: 'Running',
  metrics: [runningMetric],
};

export const failedAnalysis: AnalysisRunStatus = {
  ...runningAnalysis,
  phase: 'Failed',
  message:
    'Metric "latency" assessed Failed due to failed (2) > failureLimit (1)',
  metrics: [runningMetric, failedMetric],
};
