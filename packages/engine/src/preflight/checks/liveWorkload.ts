import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LiveWorkload } from '../gathering/objects/liveWorkload';
import { MovedWorkload } from '../gathering/RenderedChange';

/** What runs under the name of a workload, as that kind; default: the kind that it is before the switch. */
export function liveWorkload(
  { kind, name, namespace }: MovedWorkload,
  workloads: LiveWorkload[],
  as: WorkloadKind = kind,
): LiveWorkload | undefined {
  return workloads.find(
    live =>
      live.kind === as &&
      live.metadata.name === name &&
      live.metadata.namespace === namespace,
  );
}

/** How many replicas a workload is to have; Kubernetes takes none for 1. */
export function replicasOf({ spec }: LiveWorkload): number {
  return spec.replicas ?? 1;
}

/** Whether a Rollout has a canary (or a preview) that is not promoted, or was aborted (argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info). */
export function isUnpromoted({ spec, status }: LiveWorkload): boolean {
  return (
    spec.paused === true ||
    status?.abort === true ||
    (status?.pauseConditions ?? []).length > 0 ||
    (status?.currentPodHash ?? undefined) !== (status?.stableRS ?? undefined)
  );
}
