import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** What a workload is doing, in one word and one sentence. */
export type Phase = Pick<RolloutStatus, 'phase' | 'message'>;

const COMPLETED_ANALYSIS = new Set([
  'Successful',
  'Failed',
  'Error',
  'Inconclusive',
]);

/**
 * The phase and message that `kubectl argo rollouts get rollout` shows: the controller's own, unless there is something
 * that it has not seen yet (`GetRolloutPhase`, argo-rollouts v1.10 utils/rollout/rolloututil.go).
 */
export function rolloutPhase(rollout: RolloutObject): Phase {
  const { status } = rollout;
  if (!isGenerationObserved(rollout)) {
    return progressing('waiting for rollout spec update to be observed');
  }
  if (status.controllerPause && status.pauseConditions.length === 0) {
    return progressing('waiting for rollout to unpause');
  }
  // What is wrong with the Rollout comes first: it keeps the controller from looking at the workload.
  if (!isWorkloadObserved(rollout) && !isInvalid(rollout)) {
    return progressing(
      'waiting for rollout spec update to be observed for the reference workload',
    );
  }
  switch (status.phase) {
    case 'Healthy':
    case 'Progressing':
    case 'Paused':
    case 'Degraded':
      return { phase: status.phase, message: status.message };
    case undefined:
      return calculatedPhase(rollout);
    default:
      return { phase: 'Unknown', message: status.message };
  }
}

/** Whether the controller has seen that it makes no sense. */
export function isInvalid({ status }: RolloutObject): boolean {
  return status.conditions.some(({ type }) => type === 'InvalidSpec');
}

/** Whether the status is one of the latest spec. */
export function isObserved(rollout: RolloutObject): boolean {
  return isGenerationObserved(rollout) && isWorkloadObserved(rollout);
}

/** What is no generation counts as observed (`isGenerationObserved`, utils/rollout/rolloututil.go). */
export function isGenerationObserved({
  metadata,
  status,
}: RolloutObject): boolean {
  const observed = integer(status.observedGeneration);
  return observed === undefined || observed >= (metadata.generation ?? 0);
}

function isWorkloadObserved({
  metadata,
  spec,
  status,
}: RolloutObject): boolean {
  const generation = integer(
    metadata.annotations?.['rollout.argoproj.io/workload-generation'],
  );
  const observed = integer(status.workloadObservedGeneration);
  return (
    !spec.workloadRef ||
    generation === undefined ||
    observed === undefined ||
    generation === observed
  );
}

/**
 * What a controller makes of it: for a Rollout that none has seen yet, and for versions before 1.0
 * (`CalculateRolloutPhase`, argo-rollouts v1.10 utils/rollout/rolloututil.go).
 */
function calculatedPhase({ spec, status }: RolloutObject): Phase {
  for (const { type, reason, message = '' } of status.conditions) {
    if (type === 'InvalidSpec') {
      return { phase: 'Degraded', message: `InvalidSpec: ${message}` };
    }
    if (reason === 'RolloutAborted' || reason === 'ProgressDeadlineExceeded') {
      return { phase: 'Degraded', message: `${reason}: ${message}` };
    }
  }
  if (spec.paused) {
    return { phase: 'Paused', message: 'manually paused' };
  }
  if (status.pauseConditions.length > 0) {
    return { phase: 'Paused', message: status.pauseConditions[0].reason };
  }
  if (isRestarting({ spec, status })) {
    return progressing('rollout is restarting');
  }
  if (status.updatedReplicas < spec.replicas) {
    return progressing('more replicas need to be updated');
  }
  if (status.availableReplicas < status.updatedReplicas) {
    return progressing('updated replicas are still becoming available');
  }
  const { blueGreen, canary } = spec.strategy;
  const promoted =
    status.stableRS !== undefined && status.stableRS === status.currentPodHash;
  if (blueGreen) {
    const { activeSelector, postPromotionAnalysisRunStatus } =
      status.blueGreen ?? {};
    if (!activeSelector || activeSelector !== status.currentPodHash) {
      return progressing('active service cutover pending');
    }
    if (!promoted) {
      return progressing(
        blueGreen.postPromotionAnalysis &&
          !COMPLETED_ANALYSIS.has(postPromotionAnalysisRunStatus?.status ?? '')
          ? 'waiting for analysis to complete'
          : 'waiting for post-promotion verification to complete',
      );
    }
  } else if (canary) {
    if (!canary.trafficRouting && status.replicas > status.updatedReplicas) {
      return progressing('old replicas are pending termination');
    }
    if (!promoted) {
      return progressing('waiting for all steps to complete');
    }
  }
  return { phase: 'Healthy' };
}

function progressing(message: string): Phase {
  return { phase: 'Progressing', message };
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^[+-]?\d+$/.test(value)
    ? Number(value)
    : undefined;
}

/** Whether pods are still there that are older than the restart that was asked for. */
export function isRestarting({
  spec: { restartAt },
  status: { restartedAt },
}: Pick<RolloutObject, 'spec' | 'status'>): boolean {
  return (
    restartAt !== undefined &&
    (restartedAt === undefined ||
      Date.parse(restartAt) !== Date.parse(restartedAt))
  );
}
