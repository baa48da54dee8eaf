import { ClusterCaller } from '../../clusters/ClusterService';
import { LiveQuery } from './findLive';
import { Listed, Place } from './NamespaceList';
import { OwnedObjects, ownedObjects } from '../objects/ownedObjects';
import { OwnedPart, ownedParts } from './ownedParts';
import { LiveObject } from '../objects/pickLive';

/** Reads all that the statuses of these workloads are told from besides them. */
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
  ) =>
    parts.has(part)
      ? results.objects(() => list.list(place, caller))
      : undefined;
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
