import { ClusterService } from '../clusters/ClusterService';
import { deploymentObjectSchema } from './deploymentObject';
import { NamespaceList } from './NamespaceList';
import { podObjectSchema } from './podObject';
import { replicaSetObjectSchema } from './replicaSetObject';
import { rolloutObjectSchema } from './rolloutObject';

/** The lists that all statuses are told from. */
export type ClusterLists = ReturnType<typeof clusterLists>;

export function clusterLists(clusters: Pick<ClusterService, 'list'>) {
  return {
    rollouts: NamespaceList.create({
      clusters,
      resource: 'rollouts',
      schema: rolloutObjectSchema,
    }),
    deployments: NamespaceList.create({
      clusters,
      resource: 'deployments',
      schema: deploymentObjectSchema,
    }),
    replicaSets: NamespaceList.create({
      clusters,
      resource: 'replicasets',
      schema: replicaSetObjectSchema,
    }),
    pods: NamespaceList.create({
      clusters,
      resource: 'pods',
      schema: podObjectSchema,
    }),
  };
}
