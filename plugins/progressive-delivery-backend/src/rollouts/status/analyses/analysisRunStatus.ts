import {
  AnalysisRunStatus,
  MeasurementStatus,
  MetricStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { analysisPhase } from './analysisPhase';
import { AnalysisRunObject } from '../../objects/kinds/analysisRunObject';
import { revisionNumber } from '../../objects/revisionNumber';

type Metric = AnalysisRunObject['spec']['metrics'][number];
type MetricResult = AnalysisRunObject['status']['metricResults'][number];

/** `DefaultConsecutiveErrorLimit`, argo-rollouts v1.10 utils/defaults/defaults.go. */
const DEFAULT_ERROR_LIMIT = 4;

/** The labels by which the controller says what a run is for (argo-rollouts v1.10 pkg/apis/rollouts/v1alpha1/types.go). */
const KINDS: Record<string, AnalysisRunStatus['kind']> = {
  Step: 'step',
  Background: 'background',
  PrePromotion: 'prePromotion',
  PostPromotion: 'postPromotion',
};

/**
 * What an analysis run asks of its metrics, and what it has found.
 *
 * @param of - whether a Rollout or an experiment goes by it now, and whose it is
 */
export function analysisRunStatus(
  run: AnalysisRunObject,
  of: { current: boolean; owner: 'rollout' | 'experiment' },
): AnalysisRunStatus {
  const { metadata, spec, status } = run;
  const kind =
    of.owner === 'experiment'
      ? 'experiment'
      : KINDS[metadata.labels?.['rollout-type'] ?? ''] ?? 'other';
  const dryRuns = new Set(spec.dryRun.map(({ metricName }) => metricName));
  const results = new Map(status.metricResults.map(each => [each.name, each]));
  const metrics = spec.metrics.map(metric =>
    metricStatus(metric, results.get(metric.name), dryRuns),
  );
  return {
    name: metadata.name,
    kind,
    current: of.current,
    revision: revisionNumber(
      metadata.annotations?.['rollout.argoproj.io/revision'],
    ),
    stepIndex: kind === 'step' ? stepIndexOf(run) : undefined,
    phase: analysisPhase(status.phase),
    message: status.message ?? failureOf(metrics),
    startedAt: status.startedAt ?? metadata.creationTimestamp,
    completedAt: status.completedAt,
    metrics,
  };
}

/** The step that a run was started for; `undefined` where its labels do not say. */
export function stepIndexOf({
  metadata,
}: AnalysisRunObject): number | undefined {
  const index = metadata.labels?.['step-index'];
  return index !== undefined && /^\d+$/.test(index) ? Number(index) : undefined;
}

/**
 * Limits as they are applied where a metric leaves them out (`assessMetricFailureInconclusiveOrError`, argo-rollouts
 * v1.10 analysis/analysis.go; `EffectiveCount`, pkg/apis/rollouts/v1alpha1/analysis_types.go).
 */
function metricStatus(
  metric: Metric,
  result: MetricResult | undefined,
  dryRuns: Set<string>,
): MetricStatus {
  const failureLimit = metric.failureLimit ?? 0;
  return {
    name: metric.name,
    provider: metric.provider,
    phase: analysisPhase(result?.phase),
    message: result?.message,
    dryRun: result?.dryRun ?? (dryRuns.has(metric.name) || dryRuns.has('.*')),
    successCondition: metric.successCondition,
    failureCondition: metric.failureCondition,
    interval: metric.interval,
    limits: {
      failed: failureLimit < 0 ? undefined : failureLimit,
      inconclusive: metric.inconclusiveLimit ?? 0,
      consecutiveErrors: metric.consecutiveErrorLimit ?? DEFAULT_ERROR_LIMIT,
    },
    wanted: metric.count || (metric.interval ? undefined : 1),
    wantedConsecutiveSuccesses: metric.consecutiveSuccessLimit || undefined,
    counts: {
      measured: result?.count ?? 0,
      successful: result?.successful ?? 0,
      failed: result?.failed ?? 0,
      inconclusive: result?.inconclusive ?? 0,
      errors: result?.error ?? 0,
      consecutiveErrors: result?.consecutiveError ?? 0,
      consecutiveSuccesses: result?.consecutiveSuccess ?? 0,
    },
    measurements: result?.measurements.map(measurementStatus) ?? [],
  };
}

function measurementStatus({
  finishedAt,
  message,
  phase,
  startedAt,
  value,
}: MetricResult['measurements'][number]): MeasurementStatus {
  return {
    phase: analysisPhase(phase),
    value,
    message,
    at: finishedAt ?? startedAt,
  };
}

/** What the first metric that went wrong says, where the run itself says nothing. */
function failureOf(metrics: MetricStatus[]): string | undefined {
  const metric = metrics.find(
    ({ dryRun, phase }) =>
      !dryRun &&
      (phase === 'Failed' || phase === 'Error' || phase === 'Inconclusive'),
  );
  return metric?.message ?? metric?.measurements.at(-1)?.message;
}
