import {
  AbortStatus,
  RevisionStatus,
  RolloutStatus,
  RolloutStep,
  Wait,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CanaryStep } from '../../objects/kinds/canaryStep';
import { describeStep, percentOf } from './describeStep';
import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { stepTimes } from './stepTimes';

const DEFAULT_MAX_WEIGHT = 100;

/** How far a canary has come. */
export type CanaryProgress = Pick<
  RolloutStatus,
  'steps' | 'stepIndex' | 'weight'
>;

/**
 * The steps with their states, the one it is at, and the weights; nothing of this for another strategy.
 *
 * @param known - `abort`: where it was aborted, if it was; `skippedFrom`: the first step that was skipped, if any was;
 * `revisions`: `undefined` where they could not be read; `timesOf`: when a step was begun and done; `waitsFor`: what the current step waits for
 */
export function canaryProgress(
  rollout: RolloutObject,
  known: {
    abort: AbortStatus | undefined;
    revisions: RevisionStatus[] | undefined;
    skippedFrom: number | undefined;
    timesOf: ReturnType<typeof stepTimes>;
    waitsFor: Wait | undefined;
  },
): CanaryProgress {
  const { revisions, timesOf, waitsFor } = known;
  const { canary } = rollout.spec.strategy;
  if (!canary) {
    return { steps: [] };
  }
  const maxWeight =
    canary.trafficRouting?.maxTrafficWeight ?? DEFAULT_MAX_WEIGHT;
  const { currentStepIndex } = rollout.status;
  const stepIndex =
    canary.steps.length === 0 || currentStepIndex === undefined
      ? undefined
      : Math.min(currentStepIndex, canary.steps.length);
  const set = setWeight(rollout, maxWeight);
  const actual = actualWeight(rollout, { maxWeight, set, revisions });
  return {
    steps: canary.steps.map((step, index) => {
      const state = stepState(rollout, { ...known, index, stepIndex });
      return {
        type: step.type === 'unknown' ? step.key ?? 'unknown' : step.type,
        description: describeStep(step, maxWeight),
        state,
        ...timesOf(index, state),
        ...(state === 'current' && waitsFor && { waitsFor }),
      };
    }),
    stepIndex,
    weight: {
      set: percentOf(set, maxWeight),
      actual: actual === undefined ? undefined : percentOf(actual, maxWeight),
    },
  };
}

/**
 * An abort resets the index to 0, and no field keeps where it was: unless something else tells it, no step is said to be
 * done or current, and all are still to come should it be retried. The first revision skips all steps
 * (`shouldFullPromote`, argo-rollouts v1.10 rollout/sync.go).
 */
function stepState(
  { metadata, status }: RolloutObject,
  {
    abort,
    index,
    skippedFrom = Infinity,
    stepIndex,
  }: {
    abort: AbortStatus | undefined;
    index: number;
    skippedFrom: number | undefined;
    stepIndex: number | undefined;
  },
): RolloutStep['state'] {
  if (status.abort) {
    if (typeof abort?.step !== 'number' || index > abort.step) {
      return 'waiting';
    }
    return index === abort.step ? 'failed' : 'done';
  }
  if (metadata.annotations?.['rollout.argoproj.io/revision'] === '1') {
    return 'skipped';
  }
  if (stepIndex === undefined || index > stepIndex) {
    return 'waiting';
  }
  if (index === stepIndex) {
    return 'current';
  }
  return index < skippedFrom ? 'done' : 'skipped';
}

/**
 * The step it is at; without an index the first, `undefined` without steps and after the last (`GetCurrentCanaryStep`,
 * argo-rollouts v1.10 utils/replicaset/canary.go).
 */
export function currentStep({
  spec,
  status,
}: RolloutObject): CanaryStep | undefined {
  return spec.strategy.canary?.steps.at(status.currentStepIndex ?? 0);
}

/** The last `setWeight` so far (`GetCurrentSetWeight`, argo-rollouts v1.10 utils/replicaset/canary.go). */
function setWeight(rollout: RolloutObject, maxWeight: number): number {
  const { spec, status } = rollout;
  if (status.abort) {
    return 0;
  }
  if (!currentStep(rollout)) {
    return maxWeight;
  }
  const sofar =
    spec.strategy.canary?.steps.slice(0, (status.currentStepIndex ?? 0) + 1) ??
    [];
  for (const step of sofar.reverse()) {
    if (step.type === 'setWeight') {
      return step.weight;
    }
  }
  return 0;
}

/**
 * As `NewRolloutInfo` calculates it (argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info/rollout_info.go), but for an
 * aborted canary without steps, which is not at all traffic there either. `undefined` where it is not known.
 */
function actualWeight(
  rollout: RolloutObject,
  known: {
    maxWeight: number;
    set: number;
    revisions: RevisionStatus[] | undefined;
  },
): number | undefined {
  const { maxWeight, set, revisions } = known;
  const { spec, status } = rollout;
  if (!currentStep(rollout) && !status.abort) {
    return maxWeight;
  }
  if (status.availableReplicas === 0) {
    return 0;
  }
  if (spec.strategy.canary?.trafficRouting) {
    return status.canary?.weights?.canary.weight ?? set;
  }
  if (!revisions) {
    return undefined;
  }
  const available =
    revisions.find(({ role }) => role === 'canary')?.available ?? 0;
  return Math.trunc((available * maxWeight) / status.availableReplicas);
}
