import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterService } from '../clusters/ClusterService';
import { deploymentObjectSchema } from './deploymentObject';
import { NamespaceList } from './NamespaceList';
import { podObjectSchema } from './podObject';
import { replicaSetObjectSchema } from './replicaSetObject';
import { rolloutObjectSchema } from './rolloutObject';
import { WorkloadWatches } from './watch/workloadWatches';

/** The lists that all statuses are told from. */
export type ClusterLists = ReturnType<typeof clusterLists>;

export function clusterLists({
  clusters,
  proxy,
  watches,
}: {
  clusters: Pick<ClusterService, 'list'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  watches?: WorkloadWatches;
}) {
  return {
    rollouts: NamespaceList.create({
      clusters,
      proxy,
      resource: 'rollouts',
      schema: rolloutObjectSchema,
      watched: place => watches?.rollouts.current(place),
    }),
    deployments: NamespaceList.create({
      clusters,
      proxy,
      resource: 'deployments',
      schema: deploymentObjectSchema,
      watched: place => watches?.deployments.current(place),
    }),
    replicaSets: NamespaceList.create({
      clusters,
      proxy,
      resource: 'replicasets',
      schema: replicaSetObjectSchema,
      watched: place => watches?.replicaSets.current(place),
    }),
    pods: NamespaceList.create({
      clusters,
      proxy,
      resource: 'pods',
      schema: podObjectSchema,
      watched: place => watches?.pods.current(place),
    }),
  };
}
