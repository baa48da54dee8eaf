import { PauseStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { currentStep } from './canaryProgress';
import { durationSeconds, secondsAfter } from '../../objects/duration';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** All that holds a Rollout: the controller's pauses, and `spec.paused`. */
export function pauseStatuses(rollout: RolloutObject): PauseStatus[] {
  const { spec, status } = rollout;
  const pauses: PauseStatus[] = status.pauseConditions.map(
    ({ reason, startTime }) => ({
      reason,
      since: startTime,
      until: untilOf(rollout, reason, startTime),
    }),
  );
  if (spec.paused) {
    // The condition is one for all pauses: with others it may be theirs.
    const since =
      pauses.length === 0
        ? status.conditions.find(
            ({ type, status: holds }) => type === 'Paused' && holds === 'True',
          )?.lastTransitionTime
        : undefined;
    pauses.push({ reason: 'spec.paused', since });
  }
  return pauses;
}

/** Since when it is held, by whatever came first. */
export function earliestOf(pauses: PauseStatus[]): string | undefined {
  return pauses.flatMap(({ since }) => since ?? []).sort()[0];
}

/** `CompletedCanaryPauseStep` and `CompletedBlueGreenPause`, argo-rollouts v1.10 rollout/pause.go. */
function untilOf(
  rollout: RolloutObject,
  reason: string,
  since: string | undefined,
): string | undefined {
  const seconds = secondsOf(rollout, reason);
  return seconds === undefined ? undefined : secondsAfter(since, seconds);
}

function secondsOf(rollout: RolloutObject, reason: string): number | undefined {
  switch (reason) {
    case 'CanaryPauseStep': {
      const step = currentStep(rollout);
      return step?.type === 'pause' && step.duration !== undefined
        ? durationSeconds(step.duration)
        : undefined;
    }
    case 'BlueGreenPause': {
      const { autoPromotionEnabled, autoPromotionSeconds = 0 } =
        rollout.spec.strategy.blueGreen ?? {};
      return autoPromotionEnabled !== false && autoPromotionSeconds > 0
        ? autoPromotionSeconds
        : undefined;
    }
    default:
      return undefined;
  }
}
