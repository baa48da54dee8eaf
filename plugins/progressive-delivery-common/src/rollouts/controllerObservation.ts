import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

const generation = z.number();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownSilenceSchema = z.discriminatedUnion('id', [
  messageSchema('created', {}),
  messageSchema('spec', { generation }),
  messageSchema('abort', {}),
  messageSchema('retry', {}),
  messageSchema('promotion', {}),
  messageSchema('fullPromotion', {}),
  messageSchema('pauseEnd', {}),
  messageSchema('deploymentSpec', { generation }),
]);

/**
 * What a controller should have done and has not, and what to check.
 *
 * @public
 */
export type Silence = z.infer<typeof knownSilenceSchema> | UnknownMessage;

/** @public */
export const silenceSchema: z.ZodType<Silence> =
  messagesSchema(knownSilenceSchema);

/**
 * Whether the controller has acted on what was asked of a workload last.
 *
 * - `observed`: it has; what the status says is about the present spec
 * - `waiting`: it has not yet, which is nothing unusual within half a minute
 * - `silent`: it should have long ago: it does not run, or does not look at this workload
 * - `unknown`: what a reader takes a state of a later version for
 *
 * @public
 */
export const controllerObservationSchema = z
  .discriminatedUnion('state', [
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
      message: silenceSchema,
    }),
    z.object({ state: z.literal('unknown') }),
  ])
  .catch({ state: 'unknown' });

/** @public */
export type ControllerObservation = z.infer<typeof controllerObservationSchema>;
