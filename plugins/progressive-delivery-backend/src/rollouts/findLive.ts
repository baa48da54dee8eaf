import { Application } from '../targets/application';
import { DeliveryTarget } from '../targets/DeliveryTarget';
import { ClusterLists } from './clusterLists';
import { DeploymentObject } from './deploymentObject';
import { isTracked, NamedWorkload, namedWorkloads } from './namedWorkloads';
import { Place } from './NamespaceList';
import { Reading } from './Reading';
import { RolloutObject } from './rolloutObject';

/** Namespaces of one target that are read: an overlay may name any number of them. */
const MOST_NAMESPACES = 20;

/** A workload that is there. */
export type LiveObject =
  | { kind: 'Deployment'; object: DeploymentObject }
  | { kind: 'Rollout'; object: RolloutObject };

/** The workloads of a target that are there in one namespace. */
export interface LiveNamespace {
  place: Place;
  workloads: LiveObject[];
}

/** What it takes to ask a cluster. */
export interface Asking {
  lists: ClusterLists;
  reading: Reading;
  signal?: AbortSignal;
}

/**
 * Asks a target's cluster which of the workloads that its Application names are there. What Argo CD keeps in the
 * Application does not tell, see {@link namedWorkloads}.
 */
export async function findLive(
  { application, destination }: DeliveryTarget,
  asking: Asking,
): Promise<LiveNamespace[]> {
  const { reading } = asking;
  const { cluster } = destination;
  if (!application) {
    reading.addProblem(
      'What runs is not shown: it is found by the Argo CD Application, and this target has none. Name the Application in the annotation argocd/app-name.',
    );
    return [];
  }
  if (!cluster) {
    const { server, name } = application.spec.destination;
    reading.addProblem(
      `What runs is not shown: no cluster matches the destination ${
        destination.server ?? server ?? name ?? 'of the Application'
      }. Name the Kubernetes plugin's cluster for it in progressiveDelivery.destinations.`,
    );
    return [];
  }
  const namespaces = byNamespace(application);
  if (namespaces.length > MOST_NAMESPACES) {
    reading.addProblem(
      `The Application names workloads in ${namespaces.length} namespaces; only those in ${MOST_NAMESPACES} of them are shown.`,
    );
  }
  return Promise.all(
    namespaces.slice(0, MOST_NAMESPACES).map(async ([namespace, named]) => {
      const place = { cluster, namespace };
      return {
        place,
        workloads: await findIn(place, { application, named }, asking),
      };
    }),
  );
}

/** The destination's namespace comes first. */
function byNamespace(application: Application): [string, NamedWorkload[]][] {
  const namespaces = new Map<string, NamedWorkload[]>();
  const workloads = namedWorkloads(application).sort(
    (one, other) => Number(one.needsTracking) - Number(other.needsTracking),
  );
  for (const workload of workloads) {
    const named = namespaces.get(workload.namespace);
    if (named) {
      named.push(workload);
    } else {
      namespaces.set(workload.namespace, [workload]);
    }
  }
  return Array.from(namespaces);
}

async function findIn(
  place: Place,
  { application, named }: { application: Application; named: NamedWorkload[] },
  { lists, reading, signal }: Asking,
): Promise<LiveObject[]> {
  // A cluster without Argo Rollouts is not asked for Rollouts unless the Application names one.
  const names = (kind: NamedWorkload['kind']) =>
    named.some(workload => workload.kind === kind);
  const [deployments = [], rollouts = []] = await Promise.all([
    names('Deployment')
      ? reading.objects(() => lists.deployments.list(place, signal))
      : [],
    names('Rollout')
      ? reading.objects(() => lists.rollouts.list(place, signal))
      : [],
  ]);
  const there = new Map<string, LiveObject>();
  for (const object of deployments) {
    there.set(`Deployment/${object.metadata.name}`, {
      kind: 'Deployment',
      object,
    });
  }
  for (const object of rollouts) {
    there.set(`Rollout/${object.metadata.name}`, { kind: 'Rollout', object });
  }
  return named.flatMap(workload => {
    const { kind, name, namespace } = workload;
    const live = there.get(`${kind}/${name}`);
    if (!live) {
      return [];
    }
    if (
      workload.needsTracking &&
      !isTracked(application, workload, live.object)
    ) {
      // Of what Argo CD may not see, not even the existence is told.
      if (workload.seenLive) {
        reading.addProblem(
          `${kind} ${name} in namespace ${namespace} is not shown: it is outside of the Application's own namespace, and has no tracking id that shows that it belongs to it (Argo CD's application.resourceTrackingMethod "annotation").`,
        );
      }
      return [];
    }
    return [live];
  });
}
