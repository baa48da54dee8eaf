import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from '../../rollouts/objects/kinds/deploymentObject';
import { RolloutObject } from '../../rollouts/objects/kinds/rolloutObject';
import { LiveObject } from '../../rollouts/objects/pickLive';

/** Milliseconds without progress in which nothing is unusual: images are pulled, processes start. */
const PATIENCE = 60_000;

type Conditions = RolloutObject['status']['conditions'];

/** What the object of a workload tells of times, each ISO 8601 and absent where nothing tells it. */
export interface WorkloadTimes {
  /** Since when it is in its phase. */
  phaseSince?: string;
  /** Since when nothing has moved although the controller works on it, and pods are not ready. */
  stalledSince?: string;
}

/**
 * Since when a workload is as it is. Its pods are not looked at.
 *
 * @param status - what its object tells
 */
export function workloadTimes(
  workload: LiveObject,
  status: RolloutStatus,
  now: Date,
): WorkloadTimes {
  return {
    phaseSince: phaseSince(workload, status),
    stalledSince: stalledSince(workload, status, now),
  };
}

function phaseSince(
  workload: LiveObject,
  { observation, phase }: RolloutStatus,
): string | undefined {
  if (workload.object.metadata.deletionTimestamp) {
    return undefined;
  }
  if (observation.state === 'waiting') {
    return observation.since;
  }
  switch (phase) {
    case 'Degraded':
      return degradedSince(workload.object.status.conditions);
    case 'Progressing':
      return workload.kind === 'Rollout'
        ? rolloutProgressingSince(workload.object)
        : deploymentProgressingSince(workload.object);
    default:
      return undefined;
  }
}

/** Both conditions are written when they begin to hold, and not again while they do. */
function degradedSince(conditions: Conditions): string | undefined {
  const condition =
    conditionOf(conditions, 'InvalidSpec') ??
    conditions.find(({ reason }) => reason === 'ProgressDeadlineExceeded');
  return condition?.lastUpdateTime ?? condition?.lastTransitionTime;
}

/**
 * Since it is not healthy, or since it was retried or goes on after a pause, whichever was last. `Progressing` alone does
 * not tell: it stays true from one update to the next (`calculateRolloutConditions`, argo-rollouts v1.10 rollout/sync.go).
 */
function rolloutProgressingSince({
  status: { conditions },
}: RolloutObject): string | undefined {
  const unfinished = ['Completed', 'Healthy']
    .map(type => conditionOf(conditions, type))
    .filter(condition => condition?.status === 'False');
  if (
    unfinished.length === 0 &&
    conditionOf(conditions, 'Healthy')?.status === 'True'
  ) {
    // Such as one that is about to restart: nothing has been written of it yet.
    return undefined;
  }
  const progressing = conditionOf(conditions, 'Progressing');
  return [
    progressing?.status === 'True'
      ? progressing.lastTransitionTime
      : progressing?.lastUpdateTime,
    ...unfinished.map(condition => condition?.lastTransitionTime),
  ]
    .flatMap(time => time ?? [])
    .sort()
    .at(-1);
}

/**
 * Since its last change, where it is rolling that out; no condition tells when that has begun. Since too few pods are
 * available, where it was rolled out before.
 */
function deploymentProgressingSince({
  metadata,
  status: { conditions },
}: DeploymentObject): string | undefined {
  if (
    conditionOf(conditions, 'Progressing')?.reason !== 'NewReplicaSetAvailable'
  ) {
    return metadata.managedFields.changedAt;
  }
  const available = conditionOf(conditions, 'Available');
  return available?.status === 'False'
    ? available.lastTransitionTime
    : undefined;
}

/** By the clock of its progress deadline, which does not run at a step that takes as long as it takes. */
function stalledSince(
  workload: LiveObject,
  status: RolloutStatus,
  now: Date,
): string | undefined {
  const { metadata, status: reported } = workload.object;
  const isStuck =
    lacksPods(workload) ||
    conditionOf(reported.conditions, 'ReplicaFailure')?.status === 'True';
  if (
    metadata.deletionTimestamp ||
    status.phase !== 'Progressing' ||
    status.observation.state !== 'observed' ||
    !isStuck
  ) {
    return undefined;
  }
  const since = status.progressDeadline
    ? conditionOf(reported.conditions, 'Progressing')?.lastUpdateTime
    : unavailableSince(workload);
  return since !== undefined && now.getTime() - Date.parse(since) >= PATIENCE
    ? since
    : undefined;
}

/**
 * Whether pods are not ready. Of a blue-green Rollout, those of the active revision are counted alone (`syncRolloutStatusBlueGreen`,
 * argo-rollouts v1.10 rollout/bluegreen.go): another one waits for its pods while it is neither paused nor analysed.
 */
function lacksPods({ kind, object }: LiveObject): boolean {
  const { readyReplicas, replicas, updatedReplicas } = object.status;
  if (kind === 'Deployment' || !object.spec.strategy.blueGreen) {
    return readyReplicas < replicas;
  }
  const { blueGreen, currentPodHash } = object.status;
  return blueGreen?.activeSelector === currentPodHash
    ? readyReplicas < updatedReplicas
    : blueGreen?.prePromotionAnalysisRunStatus === undefined;
}

/**
 * Since when fewer pods of a Deployment are available than it may do without, and are not getting more: its controller has
 * no clock for that, but writes the status whenever their number changes.
 */
function unavailableSince({ kind, object }: LiveObject): string | undefined {
  return kind === 'Deployment' &&
    conditionOf(object.status.conditions, 'Available')?.status === 'False'
    ? object.metadata.managedFields.statusChangedAt
    : undefined;
}

function conditionOf(conditions: Conditions, type: string) {
  return conditions.find(condition => condition.type === type);
}
