import { AbortStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { abortedStepOfEvents } from './abortedStepOfEvents';
import { analysisPhase } from './analysisPhase';
import { AnalysisRunObject } from './analysisRunObject';
import { stepIndexOf } from './analysisRunStatus';
import { EventObject } from './eventObject';
import { ExperimentObject } from './experimentObject';
import { experimentStepIndex } from './experimentStatuses';
import { RolloutObject } from './rolloutObject';

/** What may tell at which step it was: all of the Rollout itself; empty where it could not be read. */
export interface AbortTraces {
  analysisRuns: AnalysisRunObject[];
  experiments: ExperimentObject[];
  events: EventObject[];
}

/** What an abort condition begins with (`RolloutAbortedMessage`, argo-rollouts v1.10 utils/conditions/conditions.go). */
const ABORTED = /^Rollout aborted update to revision \d+(?:: ([^]+))?$/;

/** What a failed plugin is told by (argo-rollouts v1.10 rollout/stepplugin.go). */
const PLUGIN_FAILED = /^Step Plugin (\d+) \(/;

/**
 * How an update was given up, `undefined` where it was not. An abort resets the index of the step (argo-rollouts issue
 * 550), so where it was is told by what it leaves behind: by whatever failed, by an analysis or experiment of a step that
 * it ended, else by events, for as long as these are kept.
 */
export function abortStatus(
  rollout: RolloutObject,
  traces: AbortTraces,
): AbortStatus | undefined {
  const { status } = rollout;
  if (!status.abort) {
    return undefined;
  }
  const because = causeOf(rollout);
  return {
    step: hasSteps(rollout)
      ? abortedStep(rollout, traces, because) ?? 'unknown'
      : undefined,
    at: status.abortedAt,
    because,
  };
}

function hasSteps({ spec }: RolloutObject): boolean {
  return (spec.strategy.canary?.steps.length ?? 0) > 0;
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
  { analysisRuns, events, experiments }: AbortTraces,
  because: string | undefined,
): number | undefined {
  const plugin = PLUGIN_FAILED.exec(because ?? '');
  if (plugin) {
    return Number(plugin[1]) - 1;
  }
  const revision =
    rollout.metadata.annotations?.['rollout.argoproj.io/revision'];
  const ofRevision = <T extends AnalysisRunObject | ExperimentObject>(
    objects: T[],
  ) =>
    objects.filter(
      ({ metadata }) =>
        metadata.annotations?.['rollout.argoproj.io/revision'] === revision,
    );
  const tries = [
    ...ofRevision(analysisRuns).map(run => ({
      step: stepIndexOf(run),
      phase: analysisPhase(run.status.phase),
      startedAt: run.status.startedAt ?? run.metadata.creationTimestamp,
      completedAt: run.status.completedAt,
      failsWith: 'Step-based analysis',
    })),
    ...ofRevision(experiments).map(experiment => ({
      step: experimentStepIndex(rollout, experiment),
      phase: analysisPhase(experiment.status.phase),
      startedAt: experiment.metadata.creationTimestamp,
      completedAt: undefined,
      failsWith: 'Experiment analysis',
    })),
  ]
    .filter(({ step }) => step !== undefined)
    .sort((one, other) => timeOf(other.startedAt) - timeOf(one.startedAt));
  const failed = tries.find(
    ({ failsWith, phase }) =>
      because?.startsWith(failsWith) &&
      (phase === 'Failed' || phase === 'Error'),
  );
  const ended = tries.find(each => wasEndedBy(rollout, each));
  return failed?.step ?? ended?.step ?? abortedStepOfEvents(rollout, events);
}

/** Whether it was under way at the time of the abort, which ends it. */
function wasEndedBy(
  { status }: RolloutObject,
  {
    completedAt,
    startedAt,
  }: { completedAt: string | undefined; startedAt: string | undefined },
): boolean {
  return (
    completedAt !== undefined &&
    status.abortedAt !== undefined &&
    timeOf(startedAt) <= timeOf(status.abortedAt) &&
    timeOf(completedAt) >= timeOf(status.abortedAt)
  );
}

function timeOf(time: string | undefined): number {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
}
