import { ClusterService } from '../clusters/ClusterService';
import { deploymentObjectSchema } from './deploymentObject';
import { NamespaceList } from './NamespaceList';
import { podObjectSchema } from './podObject';
import { replicaSetObjectSchema } from './replicaSetObject';
import { rolloutObjectSchema } from './rolloutObject';
import { WorkloadWatches } from './watch/workloadWatches';

/** The lists that all statuses are told from. */
export type ClusterLists = ReturnType<typeof clusterLists>;

export function clusterLists(
  clusters: Pick<ClusterService, 'list'>,
  watches?: WorkloadWatches,
) {
  return {
    rollouts: NamespaceList.create({
      clusters,
      resource: 'rollouts',
      schema: rolloutObjectSchema,
      watched: place => watches?.rollouts.current(place),
    }),
    deployments: NamespaceList.create({
      clusters,
      resource: 'deployments',
      schema: deploymentObjectSchema,
      watched: place => watches?.deployments.current(place),
    }),
    replicaSets: NamespaceList.create({
      clusters,
      resource: 'replicasets',
      schema: replicaSetObjectSchema,
      watched: place => watches?.replicaSets.current(place),
    }),
    pods: NamespaceList.create({
      clusters,
      resource: 'pods',
      schema: podObjectSchema,
      watched: place => watches?.pods.current(place),
    }),
  };
}
