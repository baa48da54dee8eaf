import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { currentStep } from './steps/canaryProgress';
import { DeploymentObject } from '../objects/kinds/deploymentObject';
import { secondsAfter } from '../objects/duration';
import { ReplicaSetObject } from '../objects/kinds/replicaSetObject';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import { isObserved } from './phase/rolloutPhase';

type Deadline = RolloutStatus['progressDeadline'];

/** `DefaultProgressDeadlineSeconds`, argo-rollouts v1.10 utils/defaults/defaults.go; a Deployment's is the same. */
const DEFAULT_SECONDS = 600;

/** What a Deployment has that is not to have one. */
const NEVER = 2 ** 31 - 1;

/**
 * When a Rollout will have exceeded its progress deadline; the clock does not run while it waits for time to pass or for
 * somebody, nor at a step of its own length (`calculateRolloutConditions` and `isIndefiniteStep`, argo-rollouts v1.10
 * rollout/sync.go; `RolloutTimedOut`, utils/conditions/conditions.go).
 *
 * @param replicaSets - its own; `undefined` where they could not be read
 */
export function rolloutProgressDeadline(
  rollout: RolloutObject,
  replicaSets: ReplicaSetObject[] | undefined,
): Deadline {
  const { spec, status } = rollout;
  const progressing = status.conditions.find(
    ({ type }) => type === 'Progressing',
  );
  if (
    progressing?.status !== 'True' ||
    progressing.reason === 'NewReplicaSetAvailable' ||
    progressing.reason === 'RolloutPaused' ||
    status.abort ||
    spec.paused ||
    status.pauseConditions.length > 0 ||
    !isObserved(rollout) ||
    isIndefiniteStep(rollout) ||
    isScalingDown(rollout, replicaSets)
  ) {
    return undefined;
  }
  const at = secondsAfter(
    progressing.lastUpdateTime,
    spec.progressDeadlineSeconds ?? DEFAULT_SECONDS,
  );
  return at === undefined
    ? undefined
    : { at, aborts: spec.progressDeadlineAbort ?? false };
}

/** When a Deployment will have exceeded it (`DeploymentTimedOut`, Kubernetes v1.37 pkg/controller/deployment/util). */
export function deploymentProgressDeadline({
  metadata,
  spec,
  status,
}: DeploymentObject): Deadline {
  const progressing = status.conditions.find(
    ({ type }) => type === 'Progressing',
  );
  const seconds = spec.progressDeadlineSeconds ?? DEFAULT_SECONDS;
  if (
    progressing?.status !== 'True' ||
    progressing.reason === 'NewReplicaSetAvailable' ||
    spec.paused ||
    seconds === NEVER ||
    status.observedGeneration < metadata.generation
  ) {
    return undefined;
  }
  const at = secondsAfter(progressing.lastUpdateTime, seconds);
  return at === undefined ? undefined : { at, aborts: false };
}

function isIndefiniteStep(rollout: RolloutObject): boolean {
  const type = currentStep(rollout)?.type;
  return type === 'experiment' || type === 'analysis' || type === 'pause';
}

/** `isWaitingForReplicaSetScaleDown` */
function isScalingDown(
  { status }: RolloutObject,
  replicaSets: ReplicaSetObject[] = [],
): boolean {
  return replicaSets.some(({ metadata: { annotations, labels } }) => {
    const hash = labels?.['rollouts-pod-template-hash'];
    return (
      annotations?.['scale-down-deadline'] !== undefined &&
      hash !== status.stableRS &&
      hash !== status.currentPodHash
    );
  });
}
