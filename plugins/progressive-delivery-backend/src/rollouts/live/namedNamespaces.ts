import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application, ApplicationTarget } from '@progressive-delivery/engine';
import { NamedWorkload, namedWorkloads } from '../objects/namedWorkloads';
import { Place } from './NamespaceList';

/** Namespaces of one target that are read: an overlay may name any number of them. */
const MOST_NAMESPACES = 20;

/** The workloads that are looked for in one namespace. */
export interface NamedNamespace {
  place: Place;
  /** What Argo CD calls the Application whose they are; absent where they are an overlay's. */
  instanceName?: string;
  named: NamedWorkload[];
}

/**
 * Where the workloads that a target's Application names are looked for; the destination's namespace comes first.
 * Of an overlay, see {@link renderedNamespaces}.
 *
 * @returns `problems`: why none or not all are looked for
 */
export function namedNamespaces({
  application,
  destination,
  instanceName,
}: ApplicationTarget): {
  namespaces: NamedNamespace[];
  problems: Problem[];
} {
  const { cluster } = destination;
  if (!cluster) {
    const { server, name } = application.spec.destination;
    return {
      namespaces: [],
      problems: [
        toMessage('problem', {
          id: 'destinationUnknown',
          parameters: {
            destination: destination.server ?? server ?? name ?? '""',
          },
        }),
      ],
    };
  }
  const namespaces = byNamespace(application);
  return {
    namespaces: namespaces
      .slice(0, MOST_NAMESPACES)
      .map(([namespace, named]) => ({
        place: { cluster, namespace },
        instanceName,
        named,
      })),
    problems:
      namespaces.length > MOST_NAMESPACES
        ? [
            toMessage('problem', {
              id: 'tooManyNamespaces',
              parameters: { named: namespaces.length, shown: MOST_NAMESPACES },
            }),
          ]
        : [],
  };
}

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
