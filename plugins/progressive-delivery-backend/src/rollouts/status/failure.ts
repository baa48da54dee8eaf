import {
  AbortStatus,
  AnalysisRunStatus,
  ContentOf,
  ExperimentStatus,
  Failure,
  FailureCause,
  MetricStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { revisionNumber } from '../objects/revisionNumber';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import { Comparison, comparisonOf } from './analyses/comparisonOf';

/** How the controller names what decided (`assessRunStatus`, argo-rollouts v1.10 analysis/analysis.go). */
const METRIC = /Metric "(.+?)" assessed (Failed|Error|Inconclusive) /;

/** How it ends where an analysis has failed that says nothing (argo-rollouts v1.10 rollout/analysis.go, rollout/experiment.go). */
const SAYS_NOTHING = /analysis phase (?:is )?error\/failed$/;

/** `ReplicaSetTimeOutMessage`, argo-rollouts v1.10 utils/conditions/conditions.go. */
const TIMED_OUT = /^ReplicaSet ".+" has timed out progressing\.$/;

type Cause = ContentOf<FailureCause>;

/** What is measured, as far as it could be read. */
interface Measured {
  analysisRuns?: AnalysisRunStatus[];
  experiments?: ExperimentStatus[];
}

/** How an update ended that was aborted or made no progress in time; `undefined` of all others. */
export function failureOf(
  rollout: RolloutObject,
  { abort, ...measured }: Measured & { abort?: AbortStatus },
): Failure | undefined {
  const step = abort ? abort.step : rollout.status.currentStepIndex;
  const steps = rollout.spec.strategy.canary?.steps?.length ?? 0;
  const place =
    typeof step === 'number' && step < steps
      ? { step: step + 1, steps }
      : undefined;
  if (abort && abort.because === undefined) {
    return place
      ? toMessage('failure', { id: 'abortedAtStep', parameters: place })
      : toMessage('failure', { id: 'aborted', parameters: {} });
  }
  const content = abort ? causeOf(rollout, abort, measured) : deadline(rollout);
  if (!content) {
    return undefined;
  }
  const cause = toMessage('failureCause', content);
  if (!rollout.spec.strategy.canary) {
    return toMessage('failure', { id: 'rollout', parameters: { cause } });
  }
  return place
    ? toMessage('failure', {
        id: 'canaryAtStep',
        parameters: { ...place, cause },
      })
    : toMessage('failure', { id: 'canary', parameters: { cause } });
}

function deadline({ status }: RolloutObject): Cause | undefined {
  return status.conditions.some(
    ({ reason, type }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  )
    ? { id: 'progressDeadline', parameters: {} }
    : undefined;
}

function causeOf(
  rollout: RolloutObject,
  { because = '' }: AbortStatus,
  measured: Measured,
): Cause {
  const runs = runsOfUpdate(rollout, measured);
  const [, metric, phase] = METRIC.exec(because) ?? [];
  if (phase === 'Failed' || phase === 'Error') {
    const decided = runs
      .flatMap(({ metrics }) => metrics)
      .find(each => each.name === metric && each.phase === phase);
    return phase === 'Error'
      ? errorOf(metric, decided)
      : resultOf(metric, decided);
  }
  const silent =
    metric !== undefined || SAYS_NOTHING.test(because)
      ? silentlyFailed(runs)
      : undefined;
  if (silent) {
    return resultOf(silent.name, silent);
  }
  if (metric !== undefined) {
    return { id: 'metricInconclusive', parameters: { metric } };
  }
  return TIMED_OUT.test(because)
    ? { id: 'progressDeadline', parameters: {} }
    : { id: 'other', parameters: { message: withoutFullStop(because) } };
}

/**
 * What failed without a message, which too few successes in a row do: the controller then says nothing, or names a metric
 * that was inconclusive, which alone would have paused the Rollout (`assessRunStatus`).
 */
function silentlyFailed(runs: AnalysisRunStatus[]): MetricStatus | undefined {
  return runs
    .find(({ phase }) => phase === 'Failed')
    ?.metrics.find(({ dryRun, phase }) => !dryRun && phase === 'Failed');
}

/** The analyses of this update, what was started last first. */
function runsOfUpdate(
  { metadata }: RolloutObject,
  { analysisRuns = [], experiments = [] }: Measured,
): AnalysisRunStatus[] {
  const revision = revisionNumber(
    metadata.annotations?.['rollout.argoproj.io/revision'],
  );
  return [
    ...analysisRuns,
    ...experiments
      .filter(each => each.revision === revision)
      .flatMap(each => each.analysisRuns ?? [])
      .map(run => ({ ...run, revision })),
  ]
    .filter(run => run.revision === revision)
    .sort((one, other) =>
      (other.startedAt ?? '').localeCompare(one.startedAt ?? ''),
    );
}

function errorOf(metric: string, decided: MetricStatus | undefined): Cause {
  const message = decided?.measurements.findLast(
    each => each.phase === 'Error',
  )?.message;
  return message
    ? {
        id: 'metricErrorSaying',
        parameters: { metric, message: withoutFullStop(message) },
      }
    : { id: 'metricError', parameters: { metric } };
}

function resultOf(metric: string, decided: MetricStatus | undefined): Cause {
  const measured = decided?.measurements.findLast(
    each => each.phase === 'Failed',
  )?.value;
  const comparison = decided && measured && comparisonOf(decided, measured);
  return comparison
    ? comparisonCause(metric, comparison)
    : { id: 'metric', parameters: { metric } };
}

function comparisonCause(metric: string, comparison: Comparison): Cause {
  return 'limit' in comparison
    ? { id: 'metricLimit', parameters: { metric, ...comparison } }
    : { id: 'metricCondition', parameters: { metric, ...comparison } };
}

/** It becomes the end of a sentence. */
function withoutFullStop(text: string): string {
  return text.trim().replace(/[.:]$/, '');
}
