import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LookingAt } from './controllerObservation';
import { deploymentStatus } from './deploymentStatus';
import { OwnedObjects } from '../objects/ownedObjects';
import { LiveObject } from '../objects/pickLive';
import { rolloutStatus } from './rolloutStatus';

/** What a person needs to know of a workload, derived from it and what it owns. */
export function workloadStatus(
  workload: LiveObject,
  owned: OwnedObjects,
  looking: LookingAt,
): RolloutStatus {
  return workload.kind === 'Rollout'
    ? rolloutStatus(workload.object, owned, looking)
    : deploymentStatus(workload.object, owned, looking);
}
