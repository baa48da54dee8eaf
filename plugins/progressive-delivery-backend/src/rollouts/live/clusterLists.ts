import { ZodType } from 'zod/v4';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { ClusterService } from '../../clusters/ClusterService';
import { NamespaceList, NamespaceListOptions } from './NamespaceList';
import { WorkloadWatches } from './workloadWatches';
import { workloadResources } from '../objects/workloadResources';

/** The lists that all statuses are derived from. */
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
  const list = <Schema extends ZodType>(
    kind: Omit<NamespaceListOptions<Schema>, 'clusters' | 'proxy' | 'watched'>,
    watched:
      | { current: NonNullable<NamespaceListOptions<Schema>['watched']> }
      | undefined,
  ) =>
    NamespaceList.create({
      ...kind,
      clusters,
      proxy,
      watched: place => watched?.current(place),
    });
  return {
    rollouts: list(workloadResources.rollouts, watches?.rollouts),
    deployments: list(workloadResources.deployments, watches?.deployments),
    replicaSets: list(workloadResources.replicaSets, watches?.replicaSets),
    pods: list(workloadResources.pods, watches?.pods),
    analysisRuns: list(workloadResources.analysisRuns, watches?.analysisRuns),
    experiments: list(workloadResources.experiments, watches?.experiments),
    services: list(workloadResources.services, watches?.services),
    warnings: list(workloadResources.warnings, watches?.warnings),
    rolloutEvents: list(
      workloadResources.rolloutEvents,
      watches?.rolloutEvents,
    ),
  };
}
