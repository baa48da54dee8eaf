import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { deploymentStatus } from './deploymentStatus';
import { LiveObject } from './pickLive';
import { PodObject } from './podObject';
import { ReplicaSetObject } from './replicaSetObject';
import { rolloutStatus } from './rolloutStatus';

/**
 * What a person needs to know of a workload, told from it and what it owns.
 *
 * @param owned - its own, and those of any other; `undefined` where they could not be read
 */
export function workloadStatus(
  workload: LiveObject,
  owned: {
    replicaSets: ReplicaSetObject[] | undefined;
    pods: PodObject[] | undefined;
  },
): RolloutStatus {
  return workload.kind === 'Rollout'
    ? rolloutStatus({ rollout: workload.object, ...owned })
    : deploymentStatus({ deployment: workload.object, ...owned });
}
