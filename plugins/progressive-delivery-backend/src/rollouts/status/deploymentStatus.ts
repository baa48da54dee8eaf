import {
  PauseStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from '../objects/kinds/deploymentObject';
import { deploymentPhase } from './phase/deploymentPhase';
import { deploymentObservation, LookingAt } from './controllerObservation';
import { OwnedObjects, unreadParts } from '../objects/ownedObjects';
import { ownedUids } from '../objects/ownedUids';
import { deploymentProgressDeadline } from './progressDeadline';
import { revisionStatuses } from './pods/revisionStatuses';
import { workloadEvents } from './workloadEvents';

const REVISION = 'deployment.kubernetes.io/revision';

/**
 * What a person needs to know of a Deployment, in the shape of a Rollout's. The ReplicaSet that it asks for is `stable`
 * once the update is complete, and `active` while it replaces old ones.
 */
export function deploymentStatus(
  deployment: DeploymentObject,
  owned: OwnedObjects,
  looking: LookingAt,
): RolloutStatus {
  const { metadata, spec, status } = deployment;
  const { uid } = metadata;
  const current = metadata.annotations?.[REVISION];
  const complete =
    status.observedGeneration >= metadata.generation &&
    status.updatedReplicas === spec.replicas &&
    status.availableReplicas >= spec.replicas &&
    status.replicas === status.updatedReplicas;
  const phase = deploymentPhase(deployment);
  const pauses = pauseStatuses(deployment);
  return {
    kind: 'Deployment',
    namespace: metadata.namespace,
    name: metadata.name,
    ...phase,
    strategy: spec.strategy?.type === 'Recreate' ? 'recreate' : 'rollingUpdate',
    observation: deploymentObservation(deployment, looking),
    unread: unreadParts(owned, ['replicaSets', 'pods', 'events']),
    aborted: false,
    actions: [],
    pauses,
    pausedSince: phase.phase === 'Paused' ? pauses.at(0)?.since : undefined,
    steps: [],
    progressDeadline: deploymentProgressDeadline(deployment),
    replicas: {
      desired: spec.replicas,
      current: status.replicas,
      updated: status.updatedReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
    },
    revisions: revisionStatuses({
      annotation: REVISION,
      replicaSets: owned.replicaSets?.(uid) ?? [],
      pods: owned.pods,
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
    analysisRuns: [],
    experiments: [],
    services: [],
    events:
      owned.events && workloadEvents(uid, ownedUids(owned, uid), owned.events),
  };
}

function pauseStatuses({ spec, status }: DeploymentObject): PauseStatus[] {
  if (!spec.paused) {
    return [];
  }
  const condition = status.conditions.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'DeploymentPaused',
  );
  return [{ reason: 'spec.paused', since: condition?.lastTransitionTime }];
}
