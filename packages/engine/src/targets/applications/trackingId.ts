import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The annotation by which Argo CD knows its own, `application.resourceTrackingMethod: annotation`. */
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** API groups of the workloads. */
export const WORKLOAD_GROUPS: Record<WorkloadKind, string> = {
  Deployment: 'apps',
  Rollout: 'argoproj.io',
};

export interface TrackedObject {
  metadata: { annotations?: { [TRACKING_ID]?: string } | null };
}

/**
 * The instance name in an object's tracking id (argo-cd v3.6 util/argo/resource_tracking.go). An id that was made for
 * another object was copied from there, and says nothing.
 */
export function trackedBy(
  {
    kind,
    name,
    namespace,
  }: { kind: WorkloadKind; name: string; namespace: string },
  { metadata: { annotations } }: TrackedObject,
): string | undefined {
  const id = annotations?.[TRACKING_ID];
  const own = `:${WORKLOAD_GROUPS[kind]}/${kind}:${namespace}/${name}`;
  return id?.endsWith(own) ? id.slice(0, -own.length) : undefined;
}
