import {
  ContentOf,
  ControllerObservation,
  Silence,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from '../objects/kinds/deploymentObject';
import { pauseStatuses } from './steps/pauseStatuses';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import {
  isGenerationObserved,
  isInvalid,
  isObserved,
} from './phase/rolloutPhase';

/** A controller that is there acts within a second or two, also after a new leader was elected within half a minute. */
const PATIENCE_MILLISECONDS = 30_000;

/** What a controller should do. */
interface Due {
  generation: number;
  /** ISO 8601; absent where it is not known. */
  since: string | undefined;
  silence: ContentOf<Silence>;
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

/** From when on a controller is reported as silent, should nothing change; `undefined` where it has nothing to do. */
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
  const { generation, silence, since, wasAsked } = due;
  if (
    since !== undefined &&
    now.getTime() - Date.parse(since) >= PATIENCE_MILLISECONDS
  ) {
    return {
      state: 'silent',
      generation,
      since,
      message: toMessage('silence', silence),
    };
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
      silence: { id: 'created', parameters: {} },
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
      silence: { id: 'spec', parameters: { generation } },
      wasAsked: true,
    };
  }
  const asked = askedByStatus(rollout);
  if (asked) {
    return {
      generation,
      // Whoever asks for it writes the status, and nobody does so after that but the controller.
      since: metadata.managedFields.statusChangedAt,
      silence: { id: asked, parameters: {} },
      wasAsked: true,
    };
  }
  // What waits for somebody, or for something else as well, is not over when a time is.
  const [pause, ...others] = pauseStatuses(rollout);
  if (pause?.until && others.length === 0 && !spec.paused && !status.abort) {
    return {
      generation,
      since: pause.until,
      silence: { id: 'pauseEnd', parameters: {} },
      wasAsked: false,
    };
  }
  return undefined;
}

/** What somebody wants done by a change of the status, which has no generation (pkg/kubectl-argo-rollouts/cmd). */
function askedByStatus({
  status,
}: RolloutObject):
  | 'abort'
  | 'retry'
  | 'fullPromotion'
  | 'promotion'
  | undefined {
  if (status.abort && status.abortedAt === undefined) {
    return 'abort';
  }
  if (!status.abort && status.abortedAt !== undefined) {
    return 'retry';
  }
  if (status.promoteFull && status.pauseConditions.length > 0) {
    return 'fullPromotion';
  }
  return status.controllerPause && status.pauseConditions.length === 0
    ? 'promotion'
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
    silence: { id: 'deploymentSpec', parameters: { generation } },
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
