import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { stepReached, timeOf, UpdateTraces } from './stepReached';

/** Why a Rollout is through without its steps (`shouldFullPromote`, argo-rollouts v1.10 rollout/sync.go). */
const WITHOUT_STEPS = [
  'Full promotion requested',
  'Fast rollback',
  'Rollback within window',
];

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
  const lastOf = (wanted: string, matches: (message: string) => boolean) =>
    Math.max(
      ...traces.events
        .filter(({ message, reason }) => reason === wanted && matches(message))
        .map(({ lastAt }) => timeOf(lastAt)),
    );
  const updatedAt = lastOf('RolloutUpdated', message =>
    message.endsWith(` ${revision}`),
  );
  if (updatedAt === -Infinity) {
    return undefined;
  }
  if (
    lastOf('SkipSteps', message => message.startsWith('Rollback')) >= updatedAt
  ) {
    return 0;
  }
  const completion = `Rollout completed update to revision ${revision} `;
  const completedAt = lastOf(
    'RolloutCompleted',
    message =>
      message.startsWith(completion) &&
      WITHOUT_STEPS.some(reason => message.endsWith(`: ${reason}`)),
  );
  return completedAt >= updatedAt
    ? stepReached(rollout, traces, completedAt)
    : undefined;
}
