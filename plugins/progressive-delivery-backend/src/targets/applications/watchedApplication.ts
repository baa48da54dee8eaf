import { z } from 'zod/v4';
import { applicationSchema } from '@progressive-delivery/engine';

/** Workloads of one Application that are kept. */
const MOST_WORKLOADS = 1_000;

const { metadata, status } = applicationSchema.shape;

/**
 * Of an Application among all that are watched: what decides where an entity is delivered to and which workloads are
 * looked for, and not what Argo CD has done to it.
 */
export const watchedApplicationSchema = applicationSchema.extend({
  metadata: metadata.extend({
    uid: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    ownerReferences: z
      .array(z.object({ kind: z.string(), name: z.string(), uid: z.string() }))
      .nullish()
      .transform(references => references ?? undefined),
  }),
  status: status.transform(
    known =>
      known && {
        sync: known.sync,
        health: known.health,
        sourceType: known.sourceType,
        sourceTypes: known.sourceTypes,
        resources: known.resources
          ?.filter(({ kind }) => kind === 'Deployment' || kind === 'Rollout')
          .slice(0, MOST_WORKLOADS),
      },
  ),
});

/** An Application that is watched. */
export type WatchedApplication = z.infer<typeof watchedApplicationSchema>;
