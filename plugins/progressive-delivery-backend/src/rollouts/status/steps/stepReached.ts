import { AnalysisRunObject } from '../../objects/kinds/analysisRunObject';
import { stepIndexOf } from '../analyses/analysisRunStatus';
import { EventObject } from '../../objects/kinds/eventObject';
import { ExperimentObject } from '../../objects/kinds/experimentObject';
import { experimentStepIndex } from '../analyses/experimentStatuses';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** What an update leaves behind, all of it of the Rollout itself; empty where it could not be read. */
export interface UpdateTraces {
  analysisRuns: AnalysisRunObject[];
  experiments: ExperimentObject[];
  events: EventObject[];
}

interface Trace {
  /** The step that it shows to have been reached. */
  step: number;
  /** In milliseconds since the epoch. */
  at: number;
}

/** Times are of seconds: what happened at once may seem to be a second apart. */
const SECOND = 1_000;

/** `RolloutStepCompletedMessage`, argo-rollouts v1.10 utils/conditions/conditions.go: counted from one. */
const STEP_COMPLETED = /^Rollout step (\d+)\/\d+ completed/;

/**
 * The step that the present try of an update had reached by a time, as its controller has recorded it: steps that were
 * completed, analyses and experiments that were begun, the last pause. What somebody skips leaves nothing behind, so it
 * may have been a later one.
 *
 * Equal events are one with a count, of which only the first and the last time are kept. So after a third abort of the
 * same revision nothing is known, nor once the event of the start has expired.
 */
export function stepReached(
  rollout: RolloutObject,
  traces: UpdateTraces,
  until: number,
): number | undefined {
  const { events } = traces;
  const since = startOfTry(rollout, events, until)?.at;
  if (since === undefined) {
    return undefined;
  }
  const inTry = ({ at }: { at: number }) => at >= since && at <= until + SECOND;
  const all = tracesOf(rollout, traces).filter(inTry);
  const step = Math.max(0, ...all.map(trace => trace.step));
  const last = Math.max(since, ...all.map(({ at }) => at));
  const pausedLater = events
    .filter(
      ({ message, reason }) =>
        reason === 'RolloutPaused' && message.includes('CanaryPauseStep'),
    )
    .map(({ lastAt }) => ({ at: timeOf(lastAt) }))
    .filter(inTry)
    .some(({ at }) => at > last);
  const pauses = (rollout.spec.strategy.canary?.steps ?? []).flatMap(
    ({ type }, index) => (type === 'pause' && index >= step ? [index] : []),
  );
  return pausedLater ? pauses.at(0) ?? step : step;
}

/** The revision that a Rollout is updated to, which what belongs to the update bears as well. */
export function isOfUpdate(
  { metadata }: RolloutObject,
  of: AnalysisRunObject | ExperimentObject,
): boolean {
  const revision = metadata.annotations?.['rollout.argoproj.io/revision'];
  return (
    revision !== undefined &&
    of.metadata.annotations?.['rollout.argoproj.io/revision'] === revision
  );
}

/** Milliseconds since the epoch, not a number where there is no time. */
export function timeOf(time: string | undefined): number {
  return Date.parse(time ?? '');
}

/**
 * When the update to this revision was begun, in milliseconds since the epoch; of one that was aborted and is tried once
 * more (`isRetry`) when that was at the earliest.
 */
export function startOfTry(
  { metadata }: RolloutObject,
  events: EventObject[],
  until: number,
): { at: number; isRetry: boolean } | undefined {
  const revision = metadata.annotations?.['rollout.argoproj.io/revision'];
  const started = events
    .filter(
      ({ message, reason }) =>
        reason === 'RolloutUpdated' &&
        message === `Rollout updated to revision ${revision}`,
    )
    .map(({ lastAt }) => timeOf(lastAt));
  const aborts = events.filter(
    ({ message, reason }) =>
      reason === 'RolloutAborted' &&
      message.startsWith(`Rollout aborted update to revision ${revision}`),
  );
  if (started.length === 0 || aborts.some(({ count }) => count > 2)) {
    return undefined;
  }
  const earlierAborts = aborts
    .flatMap(({ firstAt, lastAt }) => [timeOf(firstAt), timeOf(lastAt)])
    .filter(at => at < until - SECOND);
  return {
    at: Math.max(...started, ...earlierAborts),
    isRetry: earlierAborts.length > 0,
  };
}

/** The step that an event says was completed, counted from one. */
export function completedStep({
  message,
  reason,
}: EventObject): number | undefined {
  const step =
    reason === 'RolloutStepCompleted' && STEP_COMPLETED.exec(message);
  return step ? Number(step[1]) : undefined;
}

function tracesOf(
  rollout: RolloutObject,
  { analysisRuns, events, experiments }: UpdateTraces,
): Trace[] {
  return [
    ...events.map(event => ({
      step: completedStep(event),
      at: timeOf(event.lastAt),
    })),
    ...analysisRuns
      .filter(run => isOfUpdate(rollout, run))
      .map(run => ({
        step: stepIndexOf(run),
        at: timeOf(run.metadata.creationTimestamp),
      })),
    ...experiments
      .filter(experiment => isOfUpdate(rollout, experiment))
      .map(experiment => ({
        step: experimentStepIndex(rollout, experiment),
        at: timeOf(experiment.metadata.creationTimestamp),
      })),
  ].flatMap(({ at, step }) => (step === undefined ? [] : [{ step, at }]));
}
