import { z } from 'zod/v4';
import { reasonSchema } from '../reasons';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** From the repository's root. */
const directory = z.string();

/** A chart and the URL that it comes from. */
const fetched = { chart: z.string(), repository: z.string() };

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownNotPreparableSchema = z.discriminatedUnion('id', [
  messageSchema('fromHelmRepository', fetched),
  messageSchema('fromRegistry', fetched),
  /** `link`: from the repository's root. */
  messageSchema('linked', { link: z.string(), directory }),
  messageSchema('plainDirectory', { directory }),
  messageSchema('noChart', { directory }),
  /** `source`: such as `spec.sources[1]`. */
  messageSchema('plugin', { source: z.string() }),
  messageSchema('unreadable', { because: reasonSchema }),
  /** `commit`: shortened. */
  messageSchema('baseNotABranch', {
    repository: z.string(),
    revision: z.string(),
    commit: z.string(),
  }),
  messageSchema('hostUnsupported', { repository: z.string() }),
  messageSchema('proposalsDisabled', {}),
]);

/**
 * Why no pull request can prepare a chart for its switch, and what to do instead.
 *
 * @public
 */
export type NotPreparable =
  | z.infer<typeof knownNotPreparableSchema>
  | UnknownMessage;

/** @public */
export const notPreparableSchema: z.ZodType<NotPreparable> = messagesSchema(
  knownNotPreparableSchema,
);
