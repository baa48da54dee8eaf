import {
  ActionRefusal,
  ContentOf,
  RolloutAction,
  rolloutActionSchema,
  RolloutActionState,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { isObserved, isRestarting } from '../phase/rolloutPhase';

type RefusalId = ContentOf<ActionRefusal>['id'];

const reasons: Record<
  RolloutAction,
  (rollout: RolloutObject) => RefusalId | undefined
> = {
  promote: whyNotPromote,
  'promote-full': whyNotPromoteFully,
  'skip-step': whyNotSkipStep,
  abort: whyNotAbort,
  retry: ({ status }) => (status.abort ? undefined : 'notAborted'),
  restart: whyNotRestart,
  pause: ({ spec, status }) => {
    if (spec.paused) {
      return 'alreadyPaused';
    }
    return status.abort ? 'aborted' : undefined;
  },
};

/** What can be done to a Rollout now, and what cannot, and why. */
export function rolloutActions(rollout: RolloutObject): RolloutActionState[] {
  return rolloutActionSchema.options.map(action => {
    const because = whyNot(action, rollout);
    return because === undefined
      ? { action, state: 'possible' }
      : { action, state: 'impossible', because };
  });
}

/**
 * Why an action cannot be taken; `undefined` where it can. The kubectl plugin patches whatever the state is; refused is
 * what the controller would then ignore, or make something of that nobody means.
 */
export function whyNot(
  action: RolloutAction,
  rollout: RolloutObject,
): ActionRefusal | undefined {
  const id = refusalOf(action, rollout);
  return id && toMessage('actionRefusal', { id, parameters: {} });
}

function refusalOf(
  action: RolloutAction,
  rollout: RolloutObject,
): RefusalId | undefined {
  if (rollout.metadata.deletionTimestamp) {
    return 'deleting';
  }
  // The status that all but this goes by is one of an earlier spec.
  if (action !== 'pause' && !isObserved(rollout)) {
    return 'notObserved';
  }
  return reasons[action](rollout);
}

function whyNotPromote(rollout: RolloutObject): RefusalId | undefined {
  const { spec, status } = rollout;
  // Whatever else it is, this unpauses it.
  if (spec.paused) {
    return undefined;
  }
  if (status.abort) {
    return 'aborted';
  }
  if (status.pauseConditions.length > 0) {
    return undefined;
  }
  if (isStable(rollout)) {
    return 'nothingToPromote';
  }
  return status.controllerPause ? 'promoted' : 'notPaused';
}

function whyNotPromoteFully(rollout: RolloutObject): RefusalId | undefined {
  const { status } = rollout;
  // The controller would take the abort back (`syncRolloutStatusCanary`, argo-rollouts v1.10 rollout/canary.go).
  if (status.abort) {
    return 'abortedPromoteFully';
  }
  if (!status.stableRS) {
    return 'firstRevision';
  }
  if (isStable(rollout)) {
    return 'nothingToPromote';
  }
  return status.promoteFull ? 'promotingFully' : undefined;
}

function whyNotSkipStep(rollout: RolloutObject): RefusalId | undefined {
  const { spec, status } = rollout;
  const steps = spec.strategy.canary?.steps ?? [];
  if (steps.length === 0) {
    return 'noSteps';
  }
  if (status.abort) {
    return 'aborted';
  }
  if (!status.stableRS) {
    return 'firstRevision';
  }
  if (isStable(rollout) || (status.currentStepIndex ?? 0) >= steps.length) {
    return 'stepsCompleted';
  }
  if (status.promoteFull) {
    return 'promotingFully';
  }
  // The patch leaves the pause condition, which would then hold the next step.
  if (status.pauseConditions.length > 0) {
    return 'pausedAtStep';
  }
  return status.controllerPause ? 'promoted' : undefined;
}

function whyNotAbort(rollout: RolloutObject): RefusalId | undefined {
  const { status } = rollout;
  if (status.abort) {
    return 'alreadyAborted';
  }
  if (!status.stableRS) {
    return 'noStableRevision';
  }
  // `RemoveAbort`, argo-rollouts v1.10 rollout/controller.go, rollout/canary.go and rollout/bluegreen.go.
  if (isStable(rollout)) {
    return 'nothingToAbort';
  }
  return status.promoteFull ? 'promotingFullyIgnoresAbort' : undefined;
}

function whyNotRestart(rollout: RolloutObject): RefusalId | undefined {
  const { spec, status } = rollout;
  if (spec.replicas === 0) {
    return 'scaledToZero';
  }
  if (isRestarting(rollout)) {
    return 'alreadyRestarting';
  }
  if (!status.stableRS) {
    return 'notStarted';
  }
  // Measured on v1.10.2: a canary of 3 paused at its first step was at 2 ready for 15 s, with maxUnavailable 0.
  // Paused by hand, an aborted canary keeps its pods.
  return isStable(rollout) || (status.abort && !spec.paused)
    ? undefined
    : 'updating';
}

/** Whether all pods are to be of the current revision, `IsFullyPromoted`. */
function isStable({ status }: RolloutObject): boolean {
  return (
    status.stableRS !== undefined && status.stableRS === status.currentPodHash
  );
}
