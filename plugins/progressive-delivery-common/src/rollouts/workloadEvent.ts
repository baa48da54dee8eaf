import { z } from 'zod/v4';
import { openEnum } from '../openEnum';

/**
 * An event of Kubernetes that concerns a workload or what it owns.
 *
 * @public
 */
export const workloadEventSchema = z.object({
  /** What it is about, such as `Pod` and its name. */
  kind: z.string(),
  name: z.string(),
  type: openEnum(['Normal', 'Warning'], 'Unknown'),
  /** In one word, such as `FailedScheduling` or `RolloutStepCompleted`. */
  reason: z.string(),
  /** Cut off where it is very long. */
  message: z.string(),
  /** How often it has happened. */
  count: z.number().int(),
  /** ISO 8601; when it happened last. */
  at: z.string().optional(),
});

/** @public */
export type WorkloadEvent = z.infer<typeof workloadEventSchema>;
