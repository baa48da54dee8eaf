import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownHostFaultSchema = z.discriminatedUnion('id', [
  messageSchema('timedOut', { seconds: z.number() }),
  messageSchema('unreachable', {}),
  /** `code`: of the operating system, such as `ECONNREFUSED`. */
  messageSchema('unreachableWith', { code: z.string() }),
  messageSchema('redirected', {}),
  messageSchema('tooLarge', { bytes: z.number() }),
  /** `status`: of HTTP. */
  messageSchema('answeredWith', { status: z.number() }),
  /** Nothing that its API would answer with. */
  messageSchema('unreadable', {}),
  messageSchema('failed', {}),
  messageSchema('readOnly', {}),
  messageSchema('committedOther', {}),
  messageSchema('unusableByGit', {}),
  messageSchema('appTokenLate', {}),
  messageSchema('appTokenUnreachable', {}),
  /** The module that asks it has thrown something. */
  messageSchema('moduleFailed', {}),
  /** In the words of the module that asks. */
  messageSchema('other', { message: z.string() }),
]);

/**
 * How a Git host failed, as the end of a sentence that begins with the host.
 *
 * @public
 */
export type HostFault = z.infer<typeof knownHostFaultSchema> | UnknownMessage;

/** @public */
export const hostFaultSchema: z.ZodType<HostFault> =
  messagesSchema(knownHostFaultSchema);
