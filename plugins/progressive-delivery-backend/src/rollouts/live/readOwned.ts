import { ClusterCaller } from '../../clusters/ClusterService';
import { LiveQuery } from './findLive';
import { Listed, Place } from './NamespaceList';
import { OwnedObjects, ownedObjects } from '../objects/ownedObjects';
import { OwnedPart, ownedParts } from './ownedParts';
import { LiveObject } from '../objects/pickLive';
import { unreadableOwned } from '../objects/unreadable';
import { workloadResources } from '../objects/workloadResources';

/** Reads everything besides these workloads that their statuses are derived from. */
export async function readOwned(
  place: Place,
  workloads: LiveObject[],
  { lists, results, caller }: LiveQuery,
): Promise<OwnedObjects> {
  const parts = new Set(workloads.flatMap(ownedParts));
  const read = async <T>(
    part: OwnedPart,
    list: {
      list: (place: Place, caller?: ClusterCaller) => Promise<Listed<T>>;
    },
  ) => {
    const listed = parts.has(part)
      ? await results.add(() => list.list(place, caller))
      : undefined;
    if (listed) {
      unreadableOwned(
        workloadResources[part].resource,
        place.namespace,
        listed.unreadable,
      ).forEach(problem => results.addProblem(problem));
    }
    return listed?.objects;
  };
  const [
    replicaSets,
    pods,
    analysisRuns,
    experiments,
    services,
    warnings,
    rolloutEvents,
  ] = await Promise.all([
    read('replicaSets', lists.replicaSets),
    read('pods', lists.pods),
    read('analysisRuns', lists.analysisRuns),
    read('experiments', lists.experiments),
    read('services', lists.services),
    read('warnings', lists.warnings),
    read('rolloutEvents', lists.rolloutEvents),
  ]);
  return ownedObjects({
    replicaSets,
    pods,
    analysisRuns,
    experiments,
    services,
    events: parts.has('rolloutEvents')
      ? warnings && rolloutEvents && [...warnings, ...rolloutEvents]
      : warnings,
  });
}
