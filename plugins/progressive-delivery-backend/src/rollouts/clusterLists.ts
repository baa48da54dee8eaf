import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterService } from '../clusters/ClusterService';
import { NamespaceList } from './NamespaceList';
import { WorkloadWatches } from './watch/workloadWatches';
import { workloadResources } from './workloadResources';

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
      ...workloadResources.rollouts,
      watched: place => watches?.rollouts.current(place),
    }),
    deployments: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.deployments,
      watched: place => watches?.deployments.current(place),
    }),
    replicaSets: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.replicaSets,
      watched: place => watches?.replicaSets.current(place),
    }),
    pods: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.pods,
      watched: place => watches?.pods.current(place),
    }),
    analysisRuns: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.analysisRuns,
      watched: place => watches?.analysisRuns.current(place),
    }),
    experiments: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.experiments,
      watched: place => watches?.experiments.current(place),
    }),
    services: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.services,
      watched: place => watches?.services.current(place),
    }),
    warnings: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.warnings,
      watched: place => watches?.warnings.current(place),
    }),
    rolloutEvents: NamespaceList.create({
      clusters,
      proxy,
      ...workloadResources.rolloutEvents,
      watched: place => watches?.rolloutEvents.current(place),
    }),
  };
}
