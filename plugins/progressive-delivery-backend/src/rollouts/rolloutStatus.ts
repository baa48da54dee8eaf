import {
  RevisionStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { rolloutActions } from './actions/rolloutActions';
import { stateToAct } from './actions/stateToAct';
import { canaryProgress } from './canaryProgress';
import { PodObject } from './podObject';
import { ReplicaSetObject } from './replicaSetObject';
import { revisionStatuses } from './revisionStatuses';
import { RolloutObject } from './rolloutObject';
import { rolloutPhase } from './rolloutPhase';

/**
 * What a person needs to know of a Rollout, as `kubectl argo rollouts get rollout` says it of the same objects
 * (argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info). Not so: weights are always percent, an aborted canary without
 * steps has none, old ReplicaSets without pods are left out, and pods read as in `kubectl get pods`.
 *
 * @param replicaSets - of any owner; `undefined` where they could not be read
 * @param pods - of any owner; `undefined` where they could not be read
 */
export function rolloutStatus(objects: {
  rollout: RolloutObject;
  replicaSets: ReplicaSetObject[] | undefined;
  pods: PodObject[] | undefined;
}): RolloutStatus {
  const { rollout, replicaSets, pods } = objects;
  const { metadata, spec, status } = rollout;
  const revisions =
    replicaSets &&
    revisionStatuses({
      ownerUid: metadata.uid,
      annotation: 'rollout.argoproj.io/revision',
      replicaSets,
      pods,
      roleOf: replicaSet => roleOf(rollout, replicaSet),
    });
  const phase = rolloutPhase(rollout);
  return {
    kind: 'Rollout',
    namespace: metadata.namespace,
    name: metadata.name,
    ...phase,
    strategy: spec.strategy.blueGreen ? 'blueGreen' : 'canary',
    aborted: status.abort ?? false,
    seen: stateToAct(rollout),
    actions: rolloutActions(rollout),
    pausedSince: phase.phase === 'Paused' ? pausedSince(rollout) : undefined,
    ...canaryProgress(rollout, revisions),
    replicas: {
      desired: spec.replicas,
      current: status.replicas,
      updated: status.updatedReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
    },
    revisions: revisions ?? [],
  };
}

/** `GetReplicaSetInfo`, argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info/replicaset_info.go. */
function roleOf(
  { spec, status }: RolloutObject,
  { metadata }: ReplicaSetObject,
): RevisionStatus['role'] {
  const hash = metadata.labels?.['rollouts-pod-template-hash'];
  if (hash === undefined) {
    return 'old';
  }
  if (!spec.strategy.blueGreen) {
    if (hash === status.stableRS) {
      return 'stable';
    }
    return hash === status.currentPodHash ? 'canary' : 'old';
  }
  switch (hash) {
    case status.blueGreen?.activeSelector:
      return 'active';
    case status.blueGreen?.previewSelector:
      return 'preview';
    case status.stableRS:
      return 'stable';
    // Without a preview service nothing selects it, and yet it is what waits to be promoted.
    case status.currentPodHash:
      return 'preview';
    default:
      return 'old';
  }
}

/** Since when the controller, or whoever set `spec.paused`, holds it. */
function pausedSince({ status }: RolloutObject): string | undefined {
  const [earliest] = status.pauseConditions
    .flatMap(({ startTime }) => startTime ?? [])
    .sort();
  return (
    earliest ??
    status.conditions.find(
      ({ type, status: holds }) => type === 'Paused' && holds === 'True',
    )?.lastTransitionTime
  );
}
