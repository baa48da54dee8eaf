import { z } from 'zod/v4';
import { messageSchema, messagesSchema } from '../texts';

/**
 * Why an action cannot be taken on a Rollout now.
 *
 * @public
 */
export const actionRefusalSchema = messagesSchema(
  z.discriminatedUnion('id', [
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
  ]),
);

/** @public */
export type ActionRefusal = z.infer<typeof actionRefusalSchema>;
