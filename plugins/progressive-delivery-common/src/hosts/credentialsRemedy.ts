import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownCredentialsRemedySchema = z.discriminatedUnion('id', [
  messageSchema('addToken', {}),
  messageSchema('addTokenAsPassword', {}),
  messageSchema('installApp', {}),
  messageSchema('replaceToken', {}),
  messageSchema('replaceTokenOrPassword', {}),
  messageSchema('replacePrivateKey', {}),
  /** In the words of the module that asks. */
  messageSchema('other', { message: z.string() }),
]);

/**
 * What to do where a Git host is asked without credentials, or does not accept them.
 *
 * @public
 */
export type CredentialsRemedy =
  | z.infer<typeof knownCredentialsRemedySchema>
  | UnknownMessage;

/** @public */
export const credentialsRemedySchema: z.ZodType<CredentialsRemedy> =
  messagesSchema(knownCredentialsRemedySchema);
