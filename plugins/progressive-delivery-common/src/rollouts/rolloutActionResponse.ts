import { z } from 'zod/v4';
import {
  messageSchema,
  messagesSchema,
  timeSchema,
  UnknownMessage,
} from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownRolloutActionNoteSchema = z.discriminatedUnion('id', [
  // The previous minor version sends a text, in ISO 8601 too.
  messageSchema('ownershipLastKnown', {
    at: z.union([timeSchema, z.string()]),
  }),
]);

/**
 * What is to be known of an action that was taken.
 *
 * - `ownershipLastKnown`: whether the entity owns the Rollout could not be read from Git now; `at` is when it last could
 *
 * @public
 */
export type RolloutActionNote =
  | z.infer<typeof knownRolloutActionNoteSchema>
  | UnknownMessage;

/** @public */
export const rolloutActionNoteSchema: z.ZodType<RolloutActionNote> =
  messagesSchema(knownRolloutActionNoteSchema);

/**
 * Answer of `POST T/rollouts/:namespace/:rollout/:action`, once the action was taken.
 *
 * @public
 */
export const rolloutActionResponseSchema = z.object({
  notes: z.array(rolloutActionNoteSchema),
});

/** @public */
export type RolloutActionResponse = z.infer<typeof rolloutActionResponseSchema>;
