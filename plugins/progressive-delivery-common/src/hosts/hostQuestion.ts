import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownHostQuestionSchema = z.discriminatedUnion('id', [
  messageSchema('read', {}),
  messageSchema('publishBranch', {}),
  messageSchema('openPullRequest', {}),
  messageSchema('listPullRequests', {}),
  messageSchema('readPullRequest', {}),
  messageSchema('changePullRequests', {}),
  messageSchema('closePullRequest', {}),
  messageSchema('addLabels', {}),
  messageSchema('requestReviews', {}),
]);

/**
 * What a Git host is asked to do in a repository, as in "is not allowed to open a pull request".
 *
 * @public
 */
export type HostQuestion =
  | z.infer<typeof knownHostQuestionSchema>
  | UnknownMessage;

/** @public */
export const hostQuestionSchema: z.ZodType<HostQuestion> = messagesSchema(
  knownHostQuestionSchema,
);
