import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  Application,
  ApplicationResource,
  trackedBy,
  TrackedObject,
  WORKLOAD_GROUPS,
} from '@progressive-delivery/engine';

/** A Deployment or Rollout that an Application names, whether or not it is there. */
export interface NamedWorkload {
  kind: WorkloadKind;
  namespace: string;
  name: string;
  /** Whether only Argo CD's tracking id shows that what has that name is the Application's. */
  needsTracking: boolean;
  /** Whether Argo CD has seen it live. Where this is false, it may be live all the same. */
  seenLive: boolean;
}

/**
 * The Deployments and Rollouts of an Application's `status.resources`.
 *
 * What is listed there is the union of what Git asks for and what is live. `OutOfSync` without `requiresPruning` is said
 * alike of what is not there yet and of what differs, health is kept only with `controller.resource.health.persist`
 * (default false), and all are `Unknown` while nothing could be compared: that list does not tell what is live
 * (argo-cd v3.6 controller/state.go `CompareAppState`, controller/health.go `setApplicationHealth`).
 *
 * It also holds what an overlay merely names in a namespace that its project does not permit. So what is not in the
 * destination's own namespace counts only where the object itself says that it is the Application's.
 */
export function namedWorkloads(application: Application): NamedWorkload[] {
  const { namespace: destination } = application.spec.destination;
  const workloads = new Map<string, NamedWorkload>();
  for (const resource of application.status?.resources ?? []) {
    const kind = workloadKind(resource);
    const namespace = resource.namespace || destination;
    if (kind && namespace) {
      workloads.set(`${kind}/${namespace}/${resource.name}`, {
        kind,
        namespace,
        name: resource.name,
        needsTracking: namespace !== destination,
        seenLive:
          resource.status === 'Synced' || resource.requiresPruning === true,
      });
    }
  }
  return Array.from(workloads.values());
}

/**
 * Whether an object is what an Application means by its name. What bears another Application's tracking id never is;
 * what bears none is only where that is not needed.
 *
 * @param instanceName - what Argo CD calls the Application; absent for an overlay, whose Argo CD we cannot read
 */
export function belongsTo(
  instanceName: string | undefined,
  workload: NamedWorkload,
  object: TrackedObject,
): boolean {
  const owner = trackedBy(workload, object);
  return owner === undefined
    ? !workload.needsTracking
    : instanceName === undefined || owner === instanceName;
}

function workloadKind({
  group,
  kind,
}: ApplicationResource): WorkloadKind | undefined {
  return (kind === 'Deployment' || kind === 'Rollout') &&
    group === WORKLOAD_GROUPS[kind]
    ? kind
    : undefined;
}
