import { LoggerService } from '@backstage/backend-plugin-api';
import { z } from 'zod/v4';
import { ClusterService } from '../../clusters/ClusterService';
import { ClusterHealths } from '../../clusters/watch/ClusterHealths';
import { SharedWatches } from '../../clusters/watch/SharedWatches';
import { WatchTiming, watchTiming } from '../../clusters/watch/watchTiming';
import { watchedApplicationSchema } from '../../targets/applications/watchedApplication';
import { workloadResources } from '../objects/workloadResources';

/** All that is watched for statuses. */
export type WorkloadWatches = ReturnType<typeof workloadWatches>;

/** Of an Application only that it has changed is of interest: what it says is read where its targets are. */
const changeSchema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
});

export function workloadWatches(options: {
  clusters: Pick<ClusterService, 'visit' | 'watch' | 'probe'>;
  logger: LoggerService;
  timing?: WatchTiming;
}) {
  const { clusters, logger, timing = watchTiming } = options;
  const healths = ClusterHealths.create({ clusters, timing });
  const shared = { clusters, healths, logger, timing };
  const watches = {
    applications: SharedWatches.create({
      ...shared,
      resource: 'applications',
      schema: changeSchema,
    }),
    fleetApplications: SharedWatches.create({
      ...shared,
      resource: 'applications',
      schema: watchedApplicationSchema,
    }),
    rollouts: SharedWatches.create({
      ...shared,
      ...workloadResources.rollouts,
    }),
    deployments: SharedWatches.create({
      ...shared,
      ...workloadResources.deployments,
    }),
    replicaSets: SharedWatches.create({
      ...shared,
      ...workloadResources.replicaSets,
    }),
    pods: SharedWatches.create({ ...shared, ...workloadResources.pods }),
    analysisRuns: SharedWatches.create({
      ...shared,
      ...workloadResources.analysisRuns,
    }),
    experiments: SharedWatches.create({
      ...shared,
      ...workloadResources.experiments,
    }),
    services: SharedWatches.create({
      ...shared,
      ...workloadResources.services,
    }),
    warnings: SharedWatches.create({
      ...shared,
      ...workloadResources.warnings,
    }),
    rolloutEvents: SharedWatches.create({
      ...shared,
      ...workloadResources.rolloutEvents,
    }),
  };
  return {
    ...watches,
    /** Ends all. */
    async close(): Promise<void> {
      await Promise.all(Object.values(watches).map(each => each.close()));
    },
  };
}
