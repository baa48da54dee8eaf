import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../../cannotPreview';
import { LiveWorkload } from '../../gathering/objects/liveWorkload';
import { liveObject } from '../foundObject';
import { liveWorkload, replicasOf } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';

/** The Deployment that is to go runs as it should: nothing is being rolled out, and all pods are available. */
export const workloadSettled = preflightCheck({
  id: 'workload-settled',
  severity: 'block',
  pieces: ['workloads'],
  run: ({ moved, target }, { workloads }) =>
    moved.flatMap(each => {
      const live =
        each.kind === 'Deployment'
          ? liveWorkload(each, workloads.value)
          : undefined;
      const state = live && unsettled(live);
      return live && state
        ? [
            {
              object: liveObject(live, target),
              message: 'deploymentUnsettled',
              parameters: {
                deployment: each.name,
                namespace: each.namespace ?? '',
                state: toMessage('reason', state),
              },
            },
          ]
        : [];
    }),
});

/** In the order of `kubectl rollout status` (kubectl pkg/polymorphichelpers/rollout_status.go). */
function unsettled(live: LiveWorkload): ReasonContent | undefined {
  const { metadata, spec, status } = live;
  const replicas = replicasOf(live);
  if (spec.paused) {
    return { id: 'isPausedBySpec', parameters: {} };
  }
  if (Number(status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return { id: 'specNotObserved', parameters: {} };
  }
  const updated = status?.updatedReplicas ?? 0;
  if (updated < replicas) {
    return { id: 'podsNotUpdated', parameters: { updated, replicas } };
  }
  if ((status?.replicas ?? 0) > updated) {
    return { id: 'oldPodsLeft', parameters: {} };
  }
  const available = status?.availableReplicas ?? 0;
  return available < replicas
    ? { id: 'podsNotAvailable', parameters: { available, replicas } }
    : undefined;
}
