import { OwnedObjects } from './ownedObjects';

/** All that a workload owns, and what that owns: what its events are about. */
export function ownedUids(owned: OwnedObjects, uid: string): string[] {
  const experiments = uidsOf(owned.experiments?.(uid));
  const replicaSets = [uid, ...experiments].flatMap(owner =>
    uidsOf(owned.replicaSets?.(owner)),
  );
  const runs = [uid, ...experiments].flatMap(owner =>
    uidsOf(owned.analysisRuns?.(owner)),
  );
  const pods = replicaSets.flatMap(owner => uidsOf(owned.pods?.(owner)));
  return [...experiments, ...replicaSets, ...runs, ...pods];
}

function uidsOf(objects: { metadata: { uid: string } }[] = []): string[] {
  return objects.map(({ metadata }) => metadata.uid);
}
