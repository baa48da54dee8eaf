import {
  RolloutAction,
  rolloutActionSchema,
  RolloutActionState,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../../objects/rolloutObject';
import { isObserved, isRestarting } from '../phase/rolloutPhase';

const ABORTED = 'It is aborted: retry it, or revert the change in Git.';
const PROMOTED = 'It was promoted already, and goes on in a moment.';
const PROMOTED_FULLY = 'It is being promoted fully already.';
const FIRST_REVISION = 'It is its first revision, which skips all steps.';
const ALL_STEPS_DONE = 'All steps are done.';
const NOT_OBSERVED =
  'The controller has not seen its latest spec yet: wait a moment, or look whether Argo Rollouts runs.';

const reasons: Record<
  RolloutAction,
  (rollout: RolloutObject) => string | undefined
> = {
  promote: whyNotPromote,
  'promote-full': whyNotPromoteFully,
  'skip-step': whyNotSkipStep,
  abort: whyNotAbort,
  retry: ({ status }) => (status.abort ? undefined : 'It is not aborted.'),
  restart: whyNotRestart,
  pause: ({ spec, status }) => {
    if (spec.paused) {
      return 'It is paused by hand already.';
    }
    return status.abort ? ABORTED : undefined;
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
 * Why an action cannot be taken, in one sentence; `undefined` where it can. The kubectl plugin patches whatever the state
 * is; refused is what the controller would then ignore, or make something of that nobody means.
 */
export function whyNot(
  action: RolloutAction,
  rollout: RolloutObject,
): string | undefined {
  if (rollout.metadata.deletionTimestamp) {
    return 'It is being deleted.';
  }
  // The status that all but this goes by is one of an earlier spec.
  if (action !== 'pause' && !isObserved(rollout)) {
    return NOT_OBSERVED;
  }
  return reasons[action](rollout);
}

function whyNotPromote(rollout: RolloutObject): string | undefined {
  const { spec, status } = rollout;
  // Whatever else it is, this unpauses it.
  if (spec.paused) {
    return undefined;
  }
  if (status.abort) {
    return ABORTED;
  }
  if (status.pauseConditions.length > 0) {
    return undefined;
  }
  if (isStable(rollout)) {
    return 'All of it is at this revision: there is nothing to promote.';
  }
  return status.controllerPause
    ? PROMOTED
    : 'It is not paused, and goes on by itself.';
}

function whyNotPromoteFully(rollout: RolloutObject): string | undefined {
  const { status } = rollout;
  // The controller would take the abort back (`syncRolloutStatusCanary`, argo-rollouts v1.10 rollout/canary.go).
  if (status.abort) {
    return 'It is aborted, and promoting it fully would give everything to what was aborted: retry it first.';
  }
  if (!status.stableRS) {
    return FIRST_REVISION;
  }
  if (isStable(rollout)) {
    return 'All of it is at this revision: there is nothing to promote.';
  }
  return status.promoteFull ? PROMOTED_FULLY : undefined;
}

function whyNotSkipStep(rollout: RolloutObject): string | undefined {
  const { spec, status } = rollout;
  const steps = spec.strategy.canary?.steps ?? [];
  if (steps.length === 0) {
    return 'It has no steps.';
  }
  if (status.abort) {
    return ABORTED;
  }
  if (!status.stableRS) {
    return FIRST_REVISION;
  }
  if (isStable(rollout) || (status.currentStepIndex ?? 0) >= steps.length) {
    return ALL_STEPS_DONE;
  }
  if (status.promoteFull) {
    return PROMOTED_FULLY;
  }
  // The patch leaves the pause condition, which would then hold the next step.
  if (status.pauseConditions.length > 0) {
    return 'It is paused at this step: promote it, and it goes on with the next.';
  }
  return status.controllerPause ? PROMOTED : undefined;
}

function whyNotAbort(rollout: RolloutObject): string | undefined {
  const { status } = rollout;
  if (status.abort) {
    return 'It is aborted already.';
  }
  if (!status.stableRS) {
    return 'It is its first revision: there is none to go back to.';
  }
  // `RemoveAbort`, argo-rollouts v1.10 rollout/controller.go, rollout/canary.go and rollout/bluegreen.go.
  if (isStable(rollout)) {
    return 'All of it is at this revision: there is nothing to abort.';
  }
  return status.promoteFull
    ? 'It is being promoted fully, and the controller then takes no abort: revert the change in Git.'
    : undefined;
}

function whyNotRestart(rollout: RolloutObject): string | undefined {
  const { spec, status } = rollout;
  if (spec.replicas === 0) {
    return 'It is scaled to zero: there are no pods to restart.';
  }
  if (isRestarting(rollout)) {
    return 'It is restarting already.';
  }
  if (!status.stableRS) {
    return 'It has not started yet.';
  }
  // Measured on v1.10.2: a canary of 3 paused at its first step was at 2 ready for 15 s, with maxUnavailable 0.
  // Paused by hand, an aborted canary keeps its pods.
  return isStable(rollout) || (status.abort && !spec.paused)
    ? undefined
    : 'A new revision is on its way, and a restart now takes pods of both away before new ones are ready, in spite of maxUnavailable: promote or abort it first.';
}

/** Whether all pods are to be of the current revision, `IsFullyPromoted`. */
function isStable({ status }: RolloutObject): boolean {
  return (
    status.stableRS !== undefined && status.stableRS === status.currentPodHash
  );
}
