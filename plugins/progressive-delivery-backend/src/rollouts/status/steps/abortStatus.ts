import { AbortStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { analysisPhase } from '../analyses/analysisPhase';
import { AnalysisRunObject } from '../../objects/kinds/analysisRunObject';
import { stepIndexOf } from '../analyses/analysisRunStatus';
import { ExperimentObject } from '../../objects/kinds/experimentObject';
import { experimentStepIndex } from '../analyses/experimentStatuses';
import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { isOfUpdate, stepReached, timeOf, UpdateTraces } from './stepReached';

/** What an abort condition begins with (`RolloutAbortedMessage`, argo-rollouts v1.10 utils/conditions/conditions.go). */
const ABORTED = /^Rollout aborted update to revision \d+(?:: ([^]+))?$/;

/** What a failed plugin is recognized by, counted from one (argo-rollouts v1.10 rollout/stepplugin.go). */
const PLUGIN_FAILED = /^Step Plugin (\d+) \(/;

/**
 * How an update was given up, `undefined` where it was not. An abort resets the index of the step (argo-rollouts issue
 * 550), so where it was is derived from what it leaves behind: by what has failed, by what its controller has recorded, else
 * by an analysis that was ended by it.
 */
export function abortStatus(
  rollout: RolloutObject,
  traces: UpdateTraces,
): AbortStatus | undefined {
  const { status } = rollout;
  if (!status.abort) {
    return undefined;
  }
  const because = causeOf(rollout);
  const steps = rollout.spec.strategy.canary?.steps ?? [];
  const step = abortedStep(rollout, traces, because);
  // Steps that were edited since may be fewer.
  const known = step !== undefined && step < steps.length ? step : 'unknown';
  return {
    step: steps.length > 0 ? known : undefined,
    at: status.abortedAt,
    because,
  };
}

/** Only what has failed leaves a cause; whoever aborts by hand leaves none. */
function causeOf({ status }: RolloutObject): string | undefined {
  const condition = status.conditions.find(
    ({ reason, type }) => type === 'Progressing' && reason === 'RolloutAborted',
  );
  return ABORTED.exec(condition?.message ?? '')?.[1];
}

function abortedStep(
  rollout: RolloutObject,
  traces: UpdateTraces,
  because: string | undefined,
): number | undefined {
  const { status } = rollout;
  if (status.abortedAt === undefined) {
    // No controller has acted on it yet, which is what resets the index.
    return status.currentStepIndex;
  }
  const abortedAt = timeOf(status.abortedAt);
  return (
    failedStep(rollout, traces, because) ??
    stepReached(rollout, traces, abortedAt) ??
    endedStep(rollout, traces, abortedAt)
  );
}

/** The step of what has failed, where the cause is of a step. */
function failedStep(
  rollout: RolloutObject,
  { analysisRuns, experiments }: UpdateTraces,
  because = '',
): number | undefined {
  const plugin = PLUGIN_FAILED.exec(because);
  if (plugin) {
    return Number(plugin[1]) - 1;
  }
  if (because.startsWith('Step-based analysis')) {
    const run = lastFailed(rollout, analysisRuns, stepIndexOf);
    return run && stepIndexOf(run);
  }
  if (because.startsWith('Experiment analysis')) {
    const stepOf = (each: ExperimentObject) =>
      experimentStepIndex(rollout, each);
    const experiment = lastFailed(rollout, experiments, stepOf);
    return experiment && stepOf(experiment);
  }
  return undefined;
}

function lastFailed<T extends AnalysisRunObject | ExperimentObject>(
  rollout: RolloutObject,
  objects: T[],
  stepOf: (object: T) => number | undefined,
): T | undefined {
  return objects
    .filter(object => {
      const phase = analysisPhase(object.status.phase);
      return (
        isOfUpdate(rollout, object) &&
        stepOf(object) !== undefined &&
        (phase === 'Failed' || phase === 'Error')
      );
    })
    .sort(
      (one, other) =>
        timeOf(other.metadata.creationTimestamp) -
        timeOf(one.metadata.creationTimestamp),
    )
    .at(0);
}

/** The step of the analysis that was under way: the abort ends it. */
function endedStep(
  rollout: RolloutObject,
  { analysisRuns }: UpdateTraces,
  abortedAt: number,
): number | undefined {
  const run = analysisRuns.find(
    each =>
      isOfUpdate(rollout, each) &&
      stepIndexOf(each) !== undefined &&
      timeOf(each.metadata.creationTimestamp) <= abortedAt &&
      timeOf(each.status.completedAt) >= abortedAt,
  );
  return run && stepIndexOf(run);
}
