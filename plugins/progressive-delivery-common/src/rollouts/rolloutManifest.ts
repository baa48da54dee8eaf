import { z } from 'zod/v4';
import { problemSchema } from '../problems/problem';

/**
 * Answer of `GET T/rollouts/:namespace/:rollout/manifest`: a Rollout as its cluster has it.
 *
 * @public
 */
export const rolloutManifestSchema = z.object({
  /** ISO 8601; when the cluster was asked. */
  observedAt: z.string(),
  /**
   * Without `managedFields` and what kubectl applied last. What is not shown is a {@link hiddenValue}; what Secrets hold
   * always is.
   */
  yaml: z.string(),
  /** Whether values are hidden, as they are in comparisons. */
  masked: z.boolean(),
  /**
   * Why values are hidden from somebody who may see them: what the Secrets of the target hold could not be found out.
   */
  notRendered: problemSchema.optional(),
  /** Whether it was too large, and some or all of it is left out. */
  shortened: z.boolean(),
});

/** @public */
export type RolloutManifest = z.infer<typeof rolloutManifestSchema>;
