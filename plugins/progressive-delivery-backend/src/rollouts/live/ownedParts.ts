import { LiveObject } from '../objects/pickLive';
import { namedServices } from '../status/serviceStatuses';
import { workloadResources } from '../objects/workloadResources';

/** A kind of objects that statuses are derived from besides the workloads themselves. */
export type OwnedPart = Exclude<
  keyof typeof workloadResources,
  'rollouts' | 'deployments'
>;

/** What every workload may have. */
export const BASIC_PARTS: readonly OwnedPart[] = [
  'replicaSets',
  'pods',
  'warnings',
];

const PARTS_OF_ROLLOUTS: readonly OwnedPart[] = [
  ...BASIC_PARTS,
  'analysisRuns',
  'experiments',
  'rolloutEvents',
];

/** What a workload may have: nothing else is asked for, so that a cluster without Argo Rollouts is left in peace. */
export function ownedParts(workload: LiveObject): readonly OwnedPart[] {
  if (workload.kind === 'Deployment') {
    return BASIC_PARTS;
  }
  return namedServices(workload.object).length > 0
    ? [...PARTS_OF_ROLLOUTS, 'services']
    : PARTS_OF_ROLLOUTS;
}
