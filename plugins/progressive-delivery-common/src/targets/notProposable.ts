import { z } from 'zod/v4';
import { reasonSchema } from '../reasons';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** From the repository's root. */
const file = z.string();

/** The values path of the switch. */
const path = z.string();

/** Such as `helm.parameters (image.tag)`, or `helmCharts[0].valuesMerge` of a kustomization. */
const field = z.string();

/** What has to be changed to change the field: such as `Application agents`, or a file. */
const owner = z.string();

/** `commit`: shortened. */
const pinned = { revision: z.string(), commit: z.string() };

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownNotProposableSchema = z.discriminatedUnion('id', [
  messageSchema('setElsewhere', { field, owner, path }),
  messageSchema('setInEncryptedFile', { file, path }),
  messageSchema('valuesFileNotRead', { file, field, owner, path }),
  messageSchema('noValuesFile', {}),
  messageSchema('inFetchedChart', { file, repository: z.string(), path }),
  /** `because`: what about the text of the file keeps an edit from being exact. */
  messageSchema('notEditable', { file, path, because: reasonSchema }),
  messageSchema('pinned', { ...pinned, field, owner }),
  messageSchema('pinnedToVersions', {
    ...pinned,
    field,
    owner,
    tag: z.string(),
  }),
  messageSchema('overlayPinned', pinned),
  messageSchema('overlayPinnedToVersions', { ...pinned, tag: z.string() }),
]);

/**
 * Why no pull request can flip a switch, and what to do instead.
 *
 * @public
 */
export type NotProposable =
  | z.infer<typeof knownNotProposableSchema>
  | UnknownMessage;

/** @public */
export const notProposableSchema: z.ZodType<NotProposable> = messagesSchema(
  knownNotProposableSchema,
);
