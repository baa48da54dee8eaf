import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownRolloutChangeSchema = z.discriminatedUnion('id', [
  messageSchema('revision', {}),
  messageSchema('spec', {}),
  messageSchema('aborted', {}),
  messageSchema('notAborted', {}),
  /** How many of its steps are done, and how many were. */
  messageSchema('steps', { done: z.number(), seen: z.number() }),
  messageSchema('paused', {}),
  messageSchema('notPaused', {}),
]);

/**
 * What of a Rollout is no longer as a person saw it, as the end of a sentence.
 *
 * @public
 */
export type RolloutChange =
  | z.infer<typeof knownRolloutChangeSchema>
  | UnknownMessage;

/** @public */
export const rolloutChangeSchema: z.ZodType<RolloutChange> = messagesSchema(
  knownRolloutChangeSchema,
);
