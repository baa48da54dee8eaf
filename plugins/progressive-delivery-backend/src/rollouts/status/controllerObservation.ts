import { ControllerObservation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from '../objects/deploymentObject';
import { pauseStatuses } from './steps/pauseStatuses';
import { RolloutObject } from '../objects/rolloutObject';
import {
  isGenerationObserved,
  isInvalid,
  isObserved,
} from './phase/rolloutPhase';

/** A controller that is there acts within a second or two, also after a new leader was elected within half a minute. */
const PATIENCE_MILLISECONDS = 30_000;

const LOOK_AT_ARGO_ROLLOUTS =
  'see whether its pods run (Deployment argo-rollouts), whether it is for this namespace (--namespaced), and whether the Rollout has the label argo-rollouts.argoproj.io/controller-instance-id of another one';
const LOOK_AT_KUBERNETES =
  'see whether kube-controller-manager runs in this cluster';

/** What a controller should do. */
interface Due {
  generation: number;
  /** ISO 8601; absent where it is not known. */
  since: string | undefined;
  /** What it has not done, and what to look at. */
  message: string;
  /** Whether what it was last asked for is what it has to do; otherwise only time has passed. */
  wasAsked: boolean;
}

/** When it is looked, and what is known of before. */
export interface LookingAt {
  now: Date;
  /** When this generation was seen first, for objects that do not say when they were changed. */
  firstSeenAt?: Date;
}

/**
 * Whether Argo Rollouts has acted on what was last asked of a Rollout, and on the end of its pause. One that does not run
 * leaves no other trace: the status simply stays as it is.
 */
export function rolloutObservation(
  rollout: RolloutObject,
  looking: LookingAt,
): ControllerObservation {
  return observation(dueOfRollout(rollout, looking), looking);
}

/** The same of a Deployment and its controller. */
export function deploymentObservation(
  deployment: DeploymentObject,
  looking: LookingAt,
): ControllerObservation {
  return observation(dueOfDeployment(deployment, looking), looking);
}

/** From when on a controller is told to be silent, should nothing change; `undefined` where it has nothing to do. */
export function silentFrom(
  workload:
    | { kind: 'Rollout'; object: RolloutObject }
    | { kind: 'Deployment'; object: DeploymentObject },
  looking: LookingAt,
): Date | undefined {
  const due =
    workload.kind === 'Rollout'
      ? dueOfRollout(workload.object, looking)
      : dueOfDeployment(workload.object, looking);
  const since = Date.parse(due?.since ?? '');
  return Number.isNaN(since)
    ? undefined
    : new Date(since + PATIENCE_MILLISECONDS);
}

function observation(
  due: Due | undefined,
  { now }: LookingAt,
): ControllerObservation {
  if (!due) {
    return { state: 'observed' };
  }
  const { generation, message, since, wasAsked } = due;
  if (
    since !== undefined &&
    now.getTime() - Date.parse(since) >= PATIENCE_MILLISECONDS
  ) {
    return { state: 'silent', generation, since, message };
  }
  return wasAsked
    ? { state: 'waiting', generation, since }
    : { state: 'observed' };
}

function dueOfRollout(
  rollout: RolloutObject,
  looking: LookingAt,
): Due | undefined {
  const { metadata, spec, status } = rollout;
  if (metadata.deletionTimestamp) {
    return undefined;
  }
  const { generation = 0 } = metadata;
  if (isUntouched(rollout)) {
    return {
      generation,
      since: metadata.creationTimestamp ?? looking.firstSeenAt?.toISOString(),
      message: `The Argo Rollouts controller has not looked at this Rollout since it was created: ${LOOK_AT_ARGO_ROLLOUTS}.`,
      wasAsked: true,
    };
  }
  // What is wrong with the Rollout keeps the controller from looking at the workload it refers to.
  const isSeen = isInvalid(rollout)
    ? isGenerationObserved(rollout)
    : isObserved(rollout);
  if (!isSeen) {
    return {
      generation,
      since: changedAt(metadata, looking),
      message: `The Argo Rollouts controller has not acted on the latest change of this Rollout (generation ${generation}; it knows ${
        status.observedGeneration ?? 'none'
      }): ${LOOK_AT_ARGO_ROLLOUTS}.`,
      wasAsked: true,
    };
  }
  const asked = askedByStatus(rollout);
  if (asked) {
    return {
      generation,
      // Whoever asks for it writes the status, and nobody does so after that but the controller.
      since: metadata.managedFields.statusChangedAt,
      message: `${asked}: ${LOOK_AT_ARGO_ROLLOUTS}.`,
      wasAsked: true,
    };
  }
  // What waits for somebody, or for something else as well, is not over when a time is.
  const [pause, ...others] = pauseStatuses(rollout);
  if (pause?.until && others.length === 0 && !spec.paused && !status.abort) {
    return {
      generation,
      since: pause.until,
      message: `Its pause is over, and the Argo Rollouts controller has not gone on: ${LOOK_AT_ARGO_ROLLOUTS}.`,
      wasAsked: false,
    };
  }
  return undefined;
}

/** What somebody wants done by a change of the status, which has no generation (pkg/kubectl-argo-rollouts/cmd). */
function askedByStatus({ status }: RolloutObject): string | undefined {
  const controller = 'the Argo Rollouts controller has not';
  if (status.abort && status.abortedAt === undefined) {
    return `It is to be aborted, and ${controller} done so`;
  }
  if (!status.abort && status.abortedAt !== undefined) {
    return `It is to be retried, and ${controller} begun`;
  }
  if (status.promoteFull && status.pauseConditions.length > 0) {
    return `It is to be promoted fully, and ${controller} begun`;
  }
  return status.controllerPause && status.pauseConditions.length === 0
    ? `It was promoted, and ${controller} gone on`
    : undefined;
}

function dueOfDeployment(
  { metadata, status }: DeploymentObject,
  looking: LookingAt,
): Due | undefined {
  const { generation } = metadata;
  if (metadata.deletionTimestamp || status.observedGeneration >= generation) {
    return undefined;
  }
  return {
    generation,
    since: changedAt(metadata, looking),
    message: `The Deployment controller has not acted on the latest change of this Deployment (generation ${generation}; it knows ${status.observedGeneration}): ${LOOK_AT_KUBERNETES}.`,
    wasAsked: true,
  };
}

/** Whether no controller has written anything. */
function isUntouched({ status }: RolloutObject): boolean {
  return (
    status.observedGeneration === undefined &&
    status.phase === undefined &&
    status.currentPodHash === undefined &&
    status.conditions.length === 0
  );
}

function changedAt(
  metadata: {
    creationTimestamp?: string;
    generation?: number;
    managedFields: { changedAt?: string };
  },
  { firstSeenAt }: LookingAt,
): string | undefined {
  return (
    metadata.managedFields.changedAt ??
    (metadata.generation === 1
      ? metadata.creationTimestamp
      : firstSeenAt?.toISOString())
  );
}
