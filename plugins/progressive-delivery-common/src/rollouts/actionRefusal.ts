import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownActionRefusalSchema = z.discriminatedUnion('id', [
  messageSchema('deleting', {}),
  messageSchema('notObserved', {}),
  messageSchema('aborted', {}),
  messageSchema('notAborted', {}),
  messageSchema('alreadyAborted', {}),
  messageSchema('alreadyPaused', {}),
  messageSchema('notPaused', {}),
  messageSchema('promoted', {}),
  messageSchema('nothingToPromote', {}),
  messageSchema('nothingToAbort', {}),
  messageSchema('promotingFully', {}),
  messageSchema('promotingFullyIgnoresAbort', {}),
  messageSchema('abortedPromoteFully', {}),
  messageSchema('firstRevision', {}),
  messageSchema('noStableRevision', {}),
  messageSchema('noSteps', {}),
  messageSchema('stepsCompleted', {}),
  messageSchema('pausedAtStep', {}),
  messageSchema('scaledToZero', {}),
  messageSchema('alreadyRestarting', {}),
  messageSchema('notStarted', {}),
  messageSchema('updating', {}),
]);

/**
 * Why an action cannot be taken on a Rollout now.
 *
 * @public
 */
export type ActionRefusal =
  | z.infer<typeof knownActionRefusalSchema>
  | UnknownMessage;

/** @public */
export const actionRefusalSchema: z.ZodType<ActionRefusal> = messagesSchema(
  knownActionRefusalSchema,
);
