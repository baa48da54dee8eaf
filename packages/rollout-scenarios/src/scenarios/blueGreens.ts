import type { Expectation } from '../play/observedRollout';
import type { Stage } from '../play/Stage';
import { BAD, GOOD, longRateOf, rateOf, UNCLEAR } from './analysisTemplates';
import type { Scenario } from './Scenario';
import { services } from './services';

const ANALYSIS = { templates: [{ templateName: 'success-rate' }] };
const PAUSED: Expectation = { phase: 'Paused', message: 'BlueGreenPause' };

function blueGreen(more: Record<string, unknown> = {}) {
  return {
    blueGreen: {
      activeService: 'web',
      previewService: 'web-preview',
      autoPromotionEnabled: false,
      ...more,
    },
  };
}

async function update(
  stage: Stage,
  more: Record<string, unknown> = {},
  tag = '2',
): Promise<void> {
  await stage.apply(...services('web', 'web-preview'));
  await stage.start({ tag: '1', strategy: blueGreen(more) });
  await stage.change({ tag });
}

/** Measures once, or for as long as it is good. */
async function updateAnalysed(
  stage: Stage,
  measured: number,
  more: Record<string, unknown>,
): Promise<void> {
  stage.setMetric('success-rate', measured);
  const measure = measured === GOOD ? longRateOf : rateOf;
  await stage.apply(measure(stage, 'success-rate'));
  await update(stage, more);
}

/** Blue-green, from its first revision to after its promotion. */
export const blueGreens: Scenario[] = [
  {
    name: 'blue-green-initial-deploy',
    async play(stage) {
      await stage.apply(...services('web', 'web-preview'));
      await stage.create({ tag: '1-bad', strategy: blueGreen() });
      await stage.settlesPods('1-bad', 3);
      await stage.settles({ phase: 'Progressing', updated: 3, available: 0 });
    },
  },
  {
    name: 'blue-green-healthy',
    async play(stage) {
      await stage.apply(...services('web', 'web-preview'));
      await stage.start({ tag: '1', strategy: blueGreen() });
    },
  },
  {
    name: 'blue-green-preview-not-ready',
    async play(stage) {
      await update(stage, {}, '2-bad');
      await stage.settlesPods('2-bad', 3);
      await stage.settles({ phase: 'Progressing', replicas: 6, updated: 3 });
    },
  },
  {
    name: 'blue-green-paused',
    async play(stage) {
      await update(stage);
      await stage.settles({ ...PAUSED, replicas: 6, updated: 3, available: 3 });
    },
  },
  {
    name: 'blue-green-without-preview-service',
    async play(stage) {
      await update(stage, { previewService: undefined });
      await stage.settles({ ...PAUSED, replicas: 6, updated: 3 });
    },
  },
  {
    name: 'blue-green-small-preview',
    async play(stage) {
      await update(stage, { previewReplicaCount: 1 });
      await stage.settles({ ...PAUSED, replicas: 4, updated: 1 });
    },
  },
  {
    name: 'blue-green-promoted-later-by-itself',
    async play(stage) {
      await update(stage, {
        autoPromotionEnabled: true,
        autoPromotionSeconds: 3600,
      });
      await stage.settles({ ...PAUSED, replicas: 6, updated: 3 });
    },
  },
  {
    name: 'blue-green-promoted',
    async play(stage) {
      await update(stage, { scaleDownDelaySeconds: 3600 });
      await stage.settles({ ...PAUSED, replicas: 6 });
      await stage.argo('promote');
      await stage.settles({ phase: 'Healthy', replicas: 6, updated: 3 });
    },
  },
  {
    name: 'blue-green-scaled-down',
    async play(stage) {
      await update(stage, { scaleDownDelaySeconds: 1 });
      await stage.settles({ ...PAUSED, replicas: 6 });
      await stage.argo('promote');
      await stage.settles({ phase: 'Healthy', replicas: 3, updated: 3 });
    },
  },
  {
    name: 'blue-green-aborted',
    async play(stage) {
      await update(stage, { abortScaleDownDelaySeconds: 3600 });
      await stage.settles({ ...PAUSED, replicas: 6 });
      await stage.argo('abort');
      await stage.settles({ phase: 'Degraded', aborted: true, replicas: 6 });
    },
  },
  {
    name: 'blue-green-aborted-and-scaled-down',
    async play(stage) {
      await update(stage, { abortScaleDownDelaySeconds: 1 });
      await stage.settles({ ...PAUSED, replicas: 6 });
      await stage.argo('abort');
      await stage.settles({ phase: 'Degraded', aborted: true, replicas: 3 });
    },
  },
  {
    name: 'blue-green-analysis-before-running',
    async play(stage) {
      await updateAnalysed(stage, GOOD, { prePromotionAnalysis: ANALYSIS });
      await stage.settlesRuns('Running');
      await stage.settles({ replicas: 6, updated: 3 });
    },
  },
  {
    name: 'blue-green-analysis-before-failed',
    async play(stage) {
      await updateAnalysed(stage, BAD, {
        prePromotionAnalysis: ANALYSIS,
        abortScaleDownDelaySeconds: 3600,
      });
      await stage.settlesRuns('Failed');
      await stage.settles({ phase: 'Degraded', aborted: true });
    },
  },
  {
    name: 'blue-green-analysis-before-inconclusive',
    async play(stage) {
      await updateAnalysed(stage, UNCLEAR, {
        prePromotionAnalysis: ANALYSIS,
        autoPromotionEnabled: true,
      });
      await stage.settlesRuns('Inconclusive');
      await stage.settles({
        phase: 'Paused',
        message: 'InconclusiveAnalysisRun',
      });
    },
  },
  {
    name: 'blue-green-analysis-after-running',
    async play(stage) {
      await updateAnalysed(stage, GOOD, {
        postPromotionAnalysis: ANALYSIS,
        autoPromotionEnabled: true,
      });
      await stage.settlesRuns('Running');
      await stage.settles({
        phase: 'Progressing',
        message: 'waiting for analysis to complete',
      });
    },
  },
  {
    name: 'blue-green-analysis-after-failed',
    async play(stage) {
      await updateAnalysed(stage, BAD, {
        postPromotionAnalysis: ANALYSIS,
        autoPromotionEnabled: true,
        abortScaleDownDelaySeconds: 3600,
      });
      await stage.settlesRuns('Failed');
      await stage.settles({ phase: 'Degraded', aborted: true });
    },
  },
  {
    name: 'blue-green-scaled-to-zero',
    async play(stage) {
      await stage.apply(...services('web', 'web-preview'));
      await stage.start({ tag: '1', strategy: blueGreen() });
      await stage.change({ replicas: 0 });
      await stage.settles({ phase: 'Healthy', replicas: 0 });
    },
  },
];
