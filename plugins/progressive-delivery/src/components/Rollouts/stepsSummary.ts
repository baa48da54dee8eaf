import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** How far the steps of a canary have come; `number` counts from one. */
export type StepsSummary =
  | { state: 'none' }
  | { state: 'skipped'; count: number }
  | { state: 'aborted'; count: number }
  | { state: 'done'; count: number }
  | { state: 'at'; number: number; count: number };

/**
 * The controller resets the step index to 0 on an abort, so an aborted canary is at no step; and 0 is the first step,
 * not "no step" (argo-rollouts v1.10 `utils/rollout/rolloututil.go`).
 */
export function stepsSummary({
  steps,
  stepIndex,
  aborted,
}: Pick<RolloutStatus, 'steps' | 'stepIndex' | 'aborted'>): StepsSummary {
  const count = steps.length;
  if (count === 0 || (stepIndex === undefined && !aborted)) {
    return { state: 'none' };
  }
  if (aborted) {
    return { state: 'aborted', count };
  }
  // The first revision of a Rollout runs no steps.
  if (steps.every(({ state }) => state === 'skipped')) {
    return { state: 'skipped', count };
  }
  return stepIndex !== undefined && stepIndex < count
    ? { state: 'at', number: stepIndex + 1, count }
    : { state: 'done', count };
}
