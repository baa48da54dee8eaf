import { DeploymentObject } from '../../objects/kinds/deploymentObject';
import { Phase } from './rolloutPhase';

/**
 * The phase of a Deployment as Argo CD's health and `kubectl rollout status` tell it (argo-cd v3.6
 * gitops-engine/pkg/health/health_deployment.go), and why pods cannot be created where that is so.
 */
export function deploymentPhase(deployment: DeploymentObject): Phase {
  const { metadata, spec, status } = deployment;
  if (metadata.deletionTimestamp) {
    return { phase: 'Progressing', message: 'Being deleted' };
  }
  if (spec.paused) {
    return { phase: 'Paused', message: 'Deployment is paused' };
  }
  if (status.observedGeneration < metadata.generation) {
    return {
      phase: 'Progressing',
      message: 'Waiting for the Deployment spec update to be observed',
    };
  }
  const waitsFor = waiting(deployment);
  const failure = status.conditions.find(
    ({ type, status: holds }) => type === 'ReplicaFailure' && holds === 'True',
  );
  const because = failure ? `: ${failure.message ?? failure.reason ?? ''}` : '';
  if (
    status.conditions.some(
      ({ type, reason }) =>
        type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
    )
  ) {
    return {
      phase: 'Degraded',
      message: `Exceeded its progress deadline${
        because || (waitsFor ? `: ${waitsFor}` : '')
      }`,
    };
  }
  return waitsFor
    ? { phase: 'Progressing', message: `${waitsFor}${because}` }
    : { phase: 'Healthy' };
}

function waiting({ spec, status }: DeploymentObject): string | undefined {
  if (status.updatedReplicas < spec.replicas) {
    return `${status.updatedReplicas} of ${spec.replicas} replicas are updated`;
  }
  if (status.replicas > status.updatedReplicas) {
    const old = status.replicas - status.updatedReplicas;
    return `${old} old ${
      old === 1 ? 'replica is' : 'replicas are'
    } pending termination`;
  }
  if (status.availableReplicas < status.updatedReplicas) {
    return `${status.availableReplicas} of ${status.updatedReplicas} updated replicas are available`;
  }
  return undefined;
}
