import { RolloutStep } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { EventObject } from '../../objects/kinds/eventObject';
import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { completedStep, startOfTry, timeOf } from './stepReached';

/** When a step was begun and done, as far as the controller has recorded it. */
export type StepTimes = Pick<RolloutStep, 'startedAt' | 'endedAt'>;

/**
 * The times of the steps of the present try of an update, by their index. A step was begun when the one before it was
 * done; of what was skipped nothing is recorded, so a step after it has no beginning. Events last an hour by default.
 */
export function stepTimes(
  rollout: RolloutObject,
  events: EventObject[],
): (index: number, state: RolloutStep['state']) => StepTimes {
  const { abort, abortedAt } = rollout.status;
  const until = abort ? timeOf(abortedAt) : Infinity;
  const start = startOfTry(rollout, events, until);
  if (start === undefined) {
    return () => ({});
  }
  const doneAt = new Map<number, string>();
  for (const event of events) {
    const { lastAt } = event;
    const index = (completedStep(event) ?? 0) - 1;
    const at = timeOf(lastAt);
    const isLater = !(at <= timeOf(doneAt.get(index)));
    if (lastAt && index >= 0 && at >= start.at && isLater) {
      doneAt.set(index, lastAt);
    }
  }
  const begun = start.isRetry ? undefined : new Date(start.at).toISOString();
  return (index, state) => {
    switch (state) {
      case 'done':
      case 'current':
      case 'failed':
        return {
          startedAt: index === 0 ? begun : doneAt.get(index - 1),
          endedAt: state === 'done' ? doneAt.get(index) : undefined,
        };
      case 'skipped':
      case 'waiting':
      case 'unknown':
        return {};
      default:
        return state satisfies never;
    }
  };
}
