import { RolloutObject } from '../../objects/rolloutObject';
import { stepReached, timeOf, UpdateTraces } from './stepReached';

/** Why a Rollout is through without its steps (`shouldFullPromote`, argo-rollouts v1.10 rollout/sync.go). */
const WITHOUT_STEPS =
  /: (Full promotion requested|Fast rollback|Rollback within window)$/;

/**
 * The first of the steps that were skipped at once, because it was promoted fully or rolled back; `undefined` where that
 * is not so, or where the controller's records of it have expired. The index of the step alone does not tell: it is then
 * that of the end.
 */
export function skippedFrom(
  rollout: RolloutObject,
  traces: UpdateTraces,
): number | undefined {
  const { metadata, spec, status } = rollout;
  const steps = spec.strategy.canary?.steps.length ?? 0;
  if (steps === 0 || status.abort || status.currentStepIndex !== steps) {
    return undefined;
  }
  if (status.promoteFull) {
    return stepReached(rollout, traces, Infinity);
  }
  const revision = metadata.annotations?.['rollout.argoproj.io/revision'];
  const lastOf = (wanted: string, pattern: RegExp) =>
    Math.max(
      ...traces.events
        .filter(
          ({ message, reason }) => reason === wanted && pattern.test(message),
        )
        .map(({ lastAt }) => timeOf(lastAt)),
    );
  const updatedAt = lastOf('RolloutUpdated', new RegExp(` ${revision}$`));
  if (updatedAt === -Infinity) {
    return undefined;
  }
  if (lastOf('SkipSteps', /^Rollback/) >= updatedAt) {
    return 0;
  }
  const completion = `^Rollout completed update to revision ${revision} `;
  const completedAt = lastOf(
    'RolloutCompleted',
    new RegExp(`${completion}.*${WITHOUT_STEPS.source}`),
  );
  return completedAt >= updatedAt
    ? stepReached(rollout, traces, completedAt)
    : undefined;
}
