import { z } from 'zod/v4';
import { messageSchema, messagesSchema } from './texts';

/** From the repository's root. */
const file = z.string();

/** The values path of the switch. */
const path = z.string();

/** `commit`: shortened. */
const pinned = { revision: z.string(), commit: z.string() };

/**
 * Why no pull request can flip a switch, and what to do instead.
 *
 * @public
 */
export const notProposableSchema = messagesSchema(
  z.discriminatedUnion('id', [
    /** `by`: a field and whose it is, such as `helm.parameters (a) of the Application`. */
    messageSchema('setElsewhere', { by: z.string(), path }),
    /** `field`: of the kustomization, such as `helmCharts[0].valuesMerge of kustomization.yaml`. */
    messageSchema('valuesFileNotRead', { file, field: z.string(), path }),
    messageSchema('noValuesFile', {}),
    messageSchema('inFetchedChart', { file, repository: z.string(), path }),
    /** `because`: what about the text of the file keeps an edit from being exact. */
    messageSchema('notEditable', { file, path, because: z.string() }),
    /** `field`: such as `spec.source.targetRevision of the Application`. */
    messageSchema('pinned', { ...pinned, field: z.string() }),
    messageSchema('pinnedToVersions', {
      ...pinned,
      field: z.string(),
      tag: z.string(),
    }),
    messageSchema('overlayPinned', pinned),
    messageSchema('overlayPinnedToVersions', { ...pinned, tag: z.string() }),
  ]),
);

/** @public */
export type NotProposable = z.infer<typeof notProposableSchema>;
