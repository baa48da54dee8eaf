import { RolloutObject } from './kinds/rolloutObject';

/**
 * The names of the Deployments that only hold the pod template of a Rollout of their namespace, and are no workloads of
 * their own: what they run is the Rollout's.
 */
export function workloadTemplates(
  rollouts: Pick<RolloutObject, 'spec'>[],
): ReadonlySet<string> {
  return new Set(rollouts.flatMap(rollout => workloadTemplate(rollout) ?? []));
}

/** The name of the Deployment whose pod template a Rollout takes; `undefined` where it has its own, or another kind's. */
export function workloadTemplate({
  spec: { workloadRef },
}: Pick<RolloutObject, 'spec'>): string | undefined {
  return workloadRef?.kind === 'Deployment' ? workloadRef.name : undefined;
}
