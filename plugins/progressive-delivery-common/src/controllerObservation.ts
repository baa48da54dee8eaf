import { z } from 'zod/v4';

/**
 * Whether the controller has acted on what was asked of a workload last.
 *
 * - `observed`: it has; what the status says is about the present spec
 * - `waiting`: it has not yet, which is nothing unusual within half a minute
 * - `silent`: it should have long ago: it does not run, or does not look at this workload
 *
 * @public
 */
export const controllerObservationSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('observed') }),
  z.object({
    state: z.literal('waiting'),
    /** `metadata.generation` of the spec that was asked for. */
    generation: z.number().int(),
    /** ISO 8601; when that was asked for, as far as is known. */
    since: z.string().optional(),
  }),
  z.object({
    state: z.literal('silent'),
    generation: z.number().int(),
    /** ISO 8601; since when there is something that it should have done. */
    since: z.string(),
    /** What it has not done, and what to look at, in one or two sentences. */
    message: z.string(),
  }),
]);

/** @public */
export type ControllerObservation = z.infer<typeof controllerObservationSchema>;
