import { z } from 'zod/v4';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';

/** A Rollout with the version that a change of it is made on. */
export const versionedRolloutSchema = rolloutObjectSchema.extend({
  metadata: rolloutObjectSchema.shape.metadata.extend({
    resourceVersion: z.string(),
  }),
});

export type VersionedRollout = z.output<typeof versionedRolloutSchema>;
