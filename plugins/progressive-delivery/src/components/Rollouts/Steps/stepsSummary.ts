import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** How far the steps of a canary have come; `number` counts from one. */
export type StepsSummary =
  | { state: 'none' }
  /** `isFirst`: because it is the first revision, which runs none. */
  | { state: 'skipped'; skipped: number; count: number; isFirst: boolean }
  | { state: 'aborted'; count: number }
  | { state: 'done'; count: number }
  | { state: 'at'; number: number; count: number };

/**
 * The controller resets the step index to 0 on an abort, so an aborted canary is at no step; and 0 is the first step,
 * not "no step" (argo-rollouts v1.10 `utils/rollout/rolloututil.go`).
 */
export function stepsSummary({
  aborted,
  revisions,
  stepIndex,
  steps,
}: Pick<
  RolloutStatus,
  'aborted' | 'revisions' | 'stepIndex' | 'steps'
>): StepsSummary {
  const count = steps.length;
  if (count === 0 || (stepIndex === undefined && !aborted)) {
    return { state: 'none' };
  }
  if (aborted) {
    return { state: 'aborted', count };
  }
  if (stepIndex !== undefined && stepIndex < count) {
    return { state: 'at', number: stepIndex + 1, count };
  }
  // A first revision, a full promotion and a rollback go past them.
  const skipped = steps.filter(({ state }) => state === 'skipped').length;
  return skipped > 0
    ? {
        state: 'skipped',
        skipped,
        count,
        isFirst:
          skipped === count &&
          revisions.some(({ revision }) => revision === 1) &&
          revisions.every(({ revision = 1 }) => revision === 1),
      }
    : { state: 'done', count };
}
