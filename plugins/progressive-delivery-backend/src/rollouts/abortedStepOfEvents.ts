import { EventObject } from './eventObject';
import { RolloutObject } from './rolloutObject';

/** `RolloutStepCompletedMessage`, argo-rollouts v1.10 utils/conditions/conditions.go: counted from one. */
const STEP_COMPLETED = /^Rollout step (\d+)\/\d+ completed/;

/**
 * The step that a Rollout was at when it was aborted, by the events that its controller records: the one after the last
 * that was completed before, in this very try.
 *
 * Equal events are one with a count, of which only the first and the last time are kept. So after a third abort of the
 * same revision, or where the events of its start have expired, nothing is told. A step that somebody has skipped leaves
 * no event.
 *
 * @param events - of the Rollout itself
 */
export function abortedStepOfEvents(
  { metadata, status }: RolloutObject,
  events: EventObject[],
): number | undefined {
  const revision = metadata.annotations?.['rollout.argoproj.io/revision'];
  const startOf = startMessages(revision);
  const started = times(
    events,
    ({ message, reason }) =>
      (reason === 'RolloutUpdated' || reason === 'RolloutNotCompleted') &&
      startOf.some(start => start.test(message)),
  );
  const aborts = events.filter(
    ({ message, reason }) =>
      reason === 'RolloutAborted' &&
      message.startsWith(`Rollout aborted update to revision ${revision}`),
  );
  if (
    started === undefined ||
    status.abortedAt === undefined ||
    aborts.some(({ count }) => count > 2)
  ) {
    return undefined;
  }
  const abortedAt = Date.parse(status.abortedAt);
  // Times are of seconds: the event of this abort may be of the one before.
  const earlierAborts = aborts
    .flatMap(({ firstAt, lastAt }) => [firstAt, lastAt])
    .map(time => Date.parse(time ?? ''))
    .filter(time => time < abortedAt - 1_000);
  const since = Math.max(started, ...earlierAborts);
  const completed = events.flatMap(({ lastAt, message, reason }) => {
    const step =
      reason === 'RolloutStepCompleted' && STEP_COMPLETED.exec(message);
    const at = Date.parse(lastAt ?? '');
    return step && at >= since && at <= abortedAt + 1_000
      ? [Number(step[1])]
      : [];
  });
  return Math.max(0, ...completed);
}

/** What the controller records when it begins with a revision. */
function startMessages(revision: string | undefined): RegExp[] {
  return revision === undefined || !/^\d+$/.test(revision)
    ? []
    : [
        new RegExp(`^Rollout updated to revision ${revision}$`),
        new RegExp(`started update to revision ${revision}( |$)`),
      ];
}

/** When the last of these events happened. */
function times(
  events: EventObject[],
  isOne: (event: EventObject) => boolean,
): number | undefined {
  const all = events
    .filter(isOne)
    .map(({ lastAt }) => Date.parse(lastAt ?? ''))
    .filter(time => !Number.isNaN(time));
  return all.length === 0 ? undefined : Math.max(...all);
}
