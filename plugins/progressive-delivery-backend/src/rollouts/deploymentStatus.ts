import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from './deploymentObject';
import { deploymentPhase } from './deploymentPhase';
import { PodObject } from './podObject';
import { ReplicaSetObject } from './replicaSetObject';
import { revisionStatuses } from './revisionStatuses';

const REVISION = 'deployment.kubernetes.io/revision';

/**
 * What a person needs to know of a Deployment, in the shape of a Rollout's. The ReplicaSet that it asks for is `stable`
 * once the update is complete, and `active` while it replaces old ones.
 *
 * @param replicaSets - of any owner; `undefined` where they could not be read
 * @param pods - of any owner; `undefined` where they could not be read
 */
export function deploymentStatus(objects: {
  deployment: DeploymentObject;
  replicaSets: ReplicaSetObject[] | undefined;
  pods: PodObject[] | undefined;
}): RolloutStatus {
  const { deployment, replicaSets = [], pods } = objects;
  const { metadata, spec, status } = deployment;
  const current = metadata.annotations?.[REVISION];
  const complete =
    status.observedGeneration >= metadata.generation &&
    status.updatedReplicas === spec.replicas &&
    status.availableReplicas >= spec.replicas &&
    status.replicas === status.updatedReplicas;
  const phase = deploymentPhase(deployment);
  return {
    kind: 'Deployment',
    namespace: metadata.namespace,
    name: metadata.name,
    ...phase,
    strategy: spec.strategy?.type === 'Recreate' ? 'recreate' : 'rollingUpdate',
    aborted: false,
    actions: [],
    pausedSince: phase.phase === 'Paused' ? pausedSince(deployment) : undefined,
    steps: [],
    replicas: {
      desired: spec.replicas,
      current: status.replicas,
      updated: status.updatedReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
    },
    revisions: revisionStatuses({
      ownerUid: metadata.uid,
      annotation: REVISION,
      replicaSets,
      pods,
      roleOf: replicaSet => {
        const isCurrent =
          current !== undefined &&
          replicaSet.metadata.annotations?.[REVISION] === current;
        if (!isCurrent) {
          return 'old';
        }
        return complete ? 'stable' : 'active';
      },
    }),
  };
}

function pausedSince({ status }: DeploymentObject): string | undefined {
  return status.conditions.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'DeploymentPaused',
  )?.lastTransitionTime;
}
