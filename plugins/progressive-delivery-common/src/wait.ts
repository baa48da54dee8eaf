import { z } from 'zod/v4';
import { messageSchema, messagesSchema } from './texts';

/**
 * What has to happen before a canary leaves the step that it is at.
 *
 * @public
 */
export const waitSchema = messagesSchema(
  z.discriminatedUnion('id', [
    messageSchema('promotion', {}),
    messageSchema('pauseEnd', {}),
  ]),
);

/** @public */
export type Wait = z.infer<typeof waitSchema>;
