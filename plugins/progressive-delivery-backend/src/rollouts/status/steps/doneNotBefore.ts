import {
  ExperimentStatus,
  PauseStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CanaryStep } from '../../objects/kinds/canaryStep';
import { durationSeconds } from '../../objects/duration';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** What a step waits at least, in seconds; `endless` where nothing but a person or a failure ends it. */
type Wait = number | 'endless';

/**
 * The time that a Rollout waits at least before it is through its steps: pauses and experiments that have a duration.
 * Analyses and pods take as long as they take, and count as nothing.
 *
 * @returns `undefined` where it does not move by itself, where a step waits for somebody, and where no step waits
 */
export function doneNotBefore(
  rollout: RolloutObject,
  {
    experiments = [],
    pauses,
  }: { experiments?: ExperimentStatus[]; pauses: PauseStatus[] },
): RolloutStatus['doneNotBefore'] {
  const { spec, status } = rollout;
  if (
    status.abort ||
    status.promoteFull ||
    !status.stableRS ||
    status.stableRS === status.currentPodHash ||
    pauses.some(({ until }) => until === undefined)
  ) {
    return undefined;
  }
  const { blueGreen, canary } = spec.strategy;
  const ends = pauses.flatMap(({ until }) => until ?? []).sort();
  if (blueGreen) {
    const end = ends.at(-1);
    return end === undefined ? undefined : { from: end, seconds: 0 };
  }
  const index = status.currentStepIndex ?? 0;
  const step = canary?.steps.at(index);
  const from =
    ends.at(-1) ??
    (step?.type === 'experiment' && waitOf(step) !== 0
      ? experiments.find(({ current }) => current)?.until
      : undefined);
  // What is known to end at a time is not waited for once more.
  const rest =
    canary?.steps.slice(from === undefined ? index : index + 1) ?? [];
  const waits = rest.map(waitOf);
  if (waits.includes('endless')) {
    return undefined;
  }
  const seconds = waits.reduce<number>(
    (sum, wait) => sum + (wait === 'endless' ? 0 : wait),
    0,
  );
  return from === undefined && seconds === 0 ? undefined : { from, seconds };
}

function waitOf(step: CanaryStep): Wait {
  switch (step.type) {
    case 'pause':
      return step.duration === undefined
        ? 'endless'
        : durationSeconds(step.duration) ?? 0;
    case 'experiment':
      // Once all that is required has succeeded it ends, however long it may take (`IsTerminating`, argo-rollouts
      // v1.10 utils/experiment/experiment.go).
      if (
        step.analyses.some(({ requiredForCompletion }) => requiredForCompletion)
      ) {
        return 0;
      }
      return step.duration === undefined
        ? 'endless'
        : durationSeconds(step.duration) ?? 0;
    default:
      return 0;
  }
}
