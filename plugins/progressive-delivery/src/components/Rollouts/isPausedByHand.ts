import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * Whether `spec.paused` holds a Rollout, rather than a pause of its steps. Its controller says so; an abort has another
 * message, but takes all other pauses away (argo-rollouts v1.10 rollout/pause.go `CalculatePauseStatus`).
 */
export function isPausedByHand({
  aborted,
  message,
  seen,
}: Pick<RolloutStatus, 'aborted' | 'message' | 'seen'>): boolean {
  return seen?.paused === true && (aborted || message === 'manually paused');
}
