import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** Of a token. */
const scope = z.string();

/** As GitHub lists them: `contents=write, pull_requests=write`. */
const permissions = z.string();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownNeededAccessSchema = z.discriminatedUnion('id', [
  messageSchema('writeAccess', {}),
  /** The scope is needed only where a token is used. */
  messageSchema('writeAccessAndScope', { scope }),
  /** Scopes are those of a classic token, permissions those of a fine-grained one. */
  messageSchema('writeAccessAndToken', { scope, permissions }),
  /** `role`: in a project of GitLab, such as `Developer`. */
  messageSchema('roleAndScope', { role: z.string(), scope }),
  messageSchema('tokenScope', { scope }),
  messageSchema('permissions', { permissions }),
  /** In the words of the module that asks. */
  messageSchema('other', { message: z.string() }),
]);

/**
 * What an account needs that a Git host does not let do something.
 *
 * @public
 */
export type NeededAccess =
  | z.infer<typeof knownNeededAccessSchema>
  | UnknownMessage;

/** @public */
export const neededAccessSchema: z.ZodType<NeededAccess> = messagesSchema(
  knownNeededAccessSchema,
);
