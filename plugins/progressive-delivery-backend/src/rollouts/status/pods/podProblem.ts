import {
  PodProblem,
  PodStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ContainerStatus, PodObject } from '../../objects/kinds/podObject';

/** Waiting that is part of every start. */
const STARTING = new Set(['ContainerCreating', 'PodInitializing']);

/**
 * Why a pod is not ready or restarts, in the words of the kubelet or the scheduler: of the first container that has
 * something to say, init containers before the others, else of the pod.
 */
export function podProblem(
  pod: PodObject,
  told: Pick<PodStatus, 'ready' | 'restarts' | 'status'>,
): PodProblem | undefined {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp !== undefined) {
    return undefined;
  }
  if (told.ready && told.restarts === 0) {
    return undefined;
  }
  for (const container of [
    ...status.initContainerStatuses,
    ...status.containerStatuses,
  ]) {
    const problem = containerProblem(container);
    if (problem) {
      return problem;
    }
  }
  if (told.ready || status.phase === 'Succeeded') {
    return undefined;
  }
  // Evicted, out of a node's resources, a node that is lost.
  if (status.reason) {
    return { reason: status.reason, message: status.message };
  }
  return conditionProblem(pod);
}

function containerProblem({
  lastState,
  name,
  ready,
  restartCount,
  state: { terminated, waiting },
}: ContainerStatus): PodProblem | undefined {
  const lastEnd = lastState?.terminated && endOf(lastState.terminated);
  if (waiting?.reason && !STARTING.has(waiting.reason)) {
    return {
      reason: waiting.reason,
      message: waiting.message,
      container: name,
      lastEnd,
    };
  }
  if (terminated && terminated.exitCode !== 0) {
    const end = endOf(terminated);
    return {
      reason: end.reason ?? 'Error',
      message: end.message,
      container: name,
      lastEnd: end,
    };
  }
  if (restartCount > 0 && lastEnd) {
    return {
      reason: lastEnd.reason ?? 'Restarted',
      message: lastEnd.message,
      container: name,
      lastEnd,
    };
  }
  return ready === false && restartCount > 0
    ? { reason: 'Restarted', container: name }
    : undefined;
}

function endOf({
  exitCode,
  finishedAt,
  message,
  reason,
}: NonNullable<ContainerStatus['state']['terminated']>): NonNullable<
  PodProblem['lastEnd']
> {
  return { reason, exitCode, message, at: finishedAt };
}

/** Not scheduled, or running and not ready; what has yet to start is neither. */
function conditionProblem({ status }: PodObject): PodProblem | undefined {
  const type = status.phase === 'Running' ? 'Ready' : 'PodScheduled';
  const condition = status.conditions.find(
    each => each.type === type && each.status === 'False',
  );
  return condition?.reason
    ? { reason: condition.reason, message: condition.message }
    : undefined;
}
