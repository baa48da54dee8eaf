import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What every pod is at some time. */
const PASSING_STATUSES = new Set([
  'Running',
  'Pending',
  'ContainerCreating',
  'PodInitializing',
  'Terminating',
]);

/** Why a pod that starts, or ends, is not ready. */
const PASSING_REASONS = new Set([
  'ContainersNotReady',
  'ContainersNotInitialized',
  'ReadinessGatesNotReady',
  'PodCompleted',
]);

const INITIALIZING = /^Init:\d+\/\d+$/;

export type PodState = 'ready' | 'pending' | 'failing';

/** A pod that starts or ends is no failure; one that cannot start, or has been started again and is not ready, is. */
export function podState({ problem, ready, status }: PodStatus): PodState {
  if (ready) {
    return 'ready';
  }
  if (status === 'Terminating') {
    return 'pending';
  }
  if (!PASSING_STATUSES.has(status) && !INITIALIZING.test(status)) {
    return 'failing';
  }
  return problem && !PASSING_REASONS.has(problem.reason)
    ? 'failing'
    : 'pending';
}
