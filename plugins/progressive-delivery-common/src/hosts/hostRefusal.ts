import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownHostRefusalSchema = z.discriminatedUnion('id', [
  messageSchema('archived', {}),
  messageSchema('branchMissing', {}),
  messageSchema('branchMoved', {}),
  /** A pull request is open. */
  messageSchema('exists', {}),
  messageSchema('noCommits', {}),
  messageSchema('noDrafts', {}),
  messageSchema('noReviewers', {}),
  messageSchema('noTeams', {}),
  messageSchema('rule', {}),
  messageSchema('unsigned', {}),
  /** Only what the host said tells. */
  messageSchema('other', {}),
]);

/**
 * Why a Git host does not do what it is asked, although it understood.
 *
 * @public
 */
export type HostRefusal =
  | z.infer<typeof knownHostRefusalSchema>
  | UnknownMessage;

/** @public */
export const hostRefusalSchema: z.ZodType<HostRefusal> = messagesSchema(
  knownHostRefusalSchema,
);
