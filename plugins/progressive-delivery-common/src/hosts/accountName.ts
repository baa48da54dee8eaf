import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** Where its credentials are configured, such as `integrations.gitea`. */
const integration = z.string();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownAccountNameSchema = z.discriminatedUnion('id', [
  messageSchema('account', { integration }),
  /** `name`: at the Git host. */
  messageSchema('namedAccount', { name: z.string(), integration }),
  messageSchema('githubApp', { integration }),
  /** In the words of the module that asks. */
  messageSchema('other', { name: z.string() }),
]);

/**
 * Who asks a Git host, without an article.
 *
 * @public
 */
export type AccountName =
  | z.infer<typeof knownAccountNameSchema>
  | UnknownMessage;

/** @public */
export const accountNameSchema: z.ZodType<AccountName> = messagesSchema(
  knownAccountNameSchema,
);
