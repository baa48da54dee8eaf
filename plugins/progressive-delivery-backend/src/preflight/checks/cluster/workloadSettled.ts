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
                state,
              },
            },
          ]
        : [];
    }),
});

/** In the order of `kubectl rollout status` (kubectl pkg/polymorphichelpers/rollout_status.go). */
function unsettled(live: LiveWorkload): string | undefined {
  const { metadata, spec, status } = live;
  const replicas = replicasOf(live);
  if (spec.paused) {
    return 'is paused (spec.paused)';
  }
  if (Number(status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return 'has a spec that its controller has not observed';
  }
  const updated = status?.updatedReplicas ?? 0;
  if (updated < replicas) {
    return `is being rolled out: ${updated} of ${replicas} pods are updated`;
  }
  if ((status?.replicas ?? 0) > updated) {
    return 'is being rolled out: old pods are still there';
  }
  const available = status?.availableReplicas ?? 0;
  return available < replicas
    ? `has ${available} of ${replicas} pods available`
    : undefined;
}
