import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** Kind and name, such as `Deployment agents`; what is not shown of the name is a {@link hiddenValue}. */
const titled = z.string();

/** The name of a workload whose kind changes. */
const workload = z.string();

/** A number of replicas, or a {@link hiddenValue}. */
const replicas = z.string();

/** The kinds that a workload has after the change and before it. */
const kinds = { kind: z.string(), replaced: z.string() };

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownComparisonSentenceSchema = z.discriminatedUnion('id', [
  messageSchema('nothingChanges', {}),
  messageSchema('noKindChanges', {}),
  /** `kind`: what it becomes. */
  messageSchema('kindChanges', { workload: titled, kind: z.string() }),
  messageSchema('moreKindsChange', { count: z.number() }),

  messageSchema('prunedLast', kinds),
  messageSchema('notPrunedLast', kinds),

  messageSchema('podsStay', { workload }),
  /** `count`: fields. */
  messageSchema('podsChange', { workload, count: z.number() }),
  messageSchema('replicasStay', { workload, replicas }),
  messageSchema('replicasChange', { workload, replicas, before: replicas }),
  messageSchema('replicasSet', { workload, replicas }),
  messageSchema('replicasUnset', { workload }),
  /** `count`: of the Services. */
  messageSchema('servicesKept', {
    workload,
    count: z.number(),
    services: z.array(titled),
  }),
  messageSchema('servicesLost', {
    workload,
    count: z.number(),
    services: z.array(titled),
  }),

  messageSchema('releasesInSteps', { count: z.number() }),
  messageSchema('releasesAtOnce', {}),

  messageSchema('documentAdded', { document: titled }),
  messageSchema('documentRemoved', { document: titled }),
  /** `count`: fields. */
  messageSchema('documentChanges', { document: titled, count: z.number() }),
  messageSchema('moreDocumentsChange', { count: z.number() }),

  /** `count`: of the documents. */
  messageSchema('rendersDifferently', {
    count: z.number(),
    documents: z.array(titled),
  }),
  messageSchema('moreRenderDifferently', { count: z.number() }),
]);

/**
 * A sentence of what happens when a switch is flipped.
 *
 * @public
 */
export type ComparisonSentence =
  | z.infer<typeof knownComparisonSentenceSchema>
  | UnknownMessage;

/** @public */
export const comparisonSentenceSchema: z.ZodType<ComparisonSentence> =
  messagesSchema(knownComparisonSentenceSchema);
