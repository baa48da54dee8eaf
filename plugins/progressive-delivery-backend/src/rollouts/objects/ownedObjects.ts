import { StatusPart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AnalysisRunObject } from './kinds/analysisRunObject';
import { EventObject } from './kinds/eventObject';
import { ExperimentObject } from './kinds/experimentObject';
import { groupByOwner } from './groupByOwner';
import { PodObject } from './kinds/podObject';
import { ReplicaSetObject } from './kinds/replicaSetObject';
import { ServiceObject } from './kinds/serviceObject';

/** Objects of one kind by the uid of their owner, or of what they are about. */
export type Owned<T> = (uid: string) => T[];

/**
 * All that the status of a workload is derived from besides itself: it looks up just its own, in indices that all workloads
 * of a namespace share. `undefined` where it could not be read.
 */
export interface OwnedObjects {
  replicaSets: Owned<ReplicaSetObject> | undefined;
  pods: Owned<PodObject> | undefined;
  analysisRuns: Owned<AnalysisRunObject> | undefined;
  experiments: Owned<ExperimentObject> | undefined;
  /** By name. */
  services: ((name: string) => ServiceObject | undefined) | undefined;
  events: Owned<EventObject> | undefined;
}

/** What has been listed of a namespace; each is `undefined` where it could not be read. */
interface Lists {
  replicaSets: ReplicaSetObject[] | undefined;
  pods: PodObject[] | undefined;
  analysisRuns: AnalysisRunObject[] | undefined;
  experiments: ExperimentObject[] | undefined;
  services: ServiceObject[] | undefined;
  events: EventObject[] | undefined;
}

/** The objects of a namespace, to be looked up for each of its workloads. */
export function ownedObjects(lists: Lists): OwnedObjects {
  const services =
    lists.services &&
    new Map(lists.services.map(each => [each.metadata.name, each]));
  return {
    replicaSets: byOwner(lists.replicaSets),
    pods: byOwner(lists.pods),
    analysisRuns: byOwner(lists.analysisRuns),
    experiments: byOwner(lists.experiments),
    services: services && (name => services.get(name)),
    events: byOwner(lists.events),
  };
}

function byOwner<
  T extends { metadata: { ownerReferences: { uid: string }[] } },
>(objects: T[] | undefined): Owned<T> | undefined {
  const groups = objects && groupByOwner(objects);
  return groups && (uid => groups.get(uid) ?? []);
}

/** The parts that could not be read. */
export function unreadParts(
  owned: OwnedObjects,
  parts: readonly StatusPart[],
): StatusPart[] {
  return parts.filter(part => owned[part] === undefined);
}
