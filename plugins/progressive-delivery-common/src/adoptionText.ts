import { z } from 'zod/v4';
import {
  messageSchema,
  messagesSchema,
  MessageId,
  UnknownMessage,
} from './texts';
import { adoptionNoteTexts } from './texts/adoption/adoptionNoteTexts';
import { adoptionObstacleTexts } from './texts/adoption/adoptionObstacleTexts';
import { PLACEHOLDER } from './texts/placeholders';

/** `name`: mostly paths from the repository's root. */
const ofFiles = { name: z.string() };

/** Values that are set on top, such as `autoscaling.enabled=true`. */
const settings = z.array(z.string());

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownAdoptionValuesSchema = z.discriminatedUnion('id', [
  messageSchema('own', {}),
  messageSchema('ownWith', { settings }),
  messageSchema('named', ofFiles),
  messageSchema('namedWith', { ...ofFiles, settings }),
]);

/**
 * Values that a chart is rendered with: its own, those of files, or either of them with some more on top.
 *
 * @public
 */
export type AdoptionValues =
  | z.infer<typeof knownAdoptionValuesSchema>
  | UnknownMessage;

/** @public */
export const adoptionValuesSchema: z.ZodType<AdoptionValues> = messagesSchema(
  knownAdoptionValuesSchema,
);

/**
 * A text about a chart that is given the switch: `template` and `file` are paths in the chart, `line` counts from 1.
 *
 * @public
 */
export interface AdoptionText<Id extends string> {
  id: Id;
  /** `values` are what the chart was rendered with. */
  parameters: Record<string, string | number | AdoptionValues>;
  /** In English, filled in. */
  text: string;
}

/**
 * What somebody should know of a chart that was given the switch.
 *
 * @public
 */
export type AdoptionNote = AdoptionText<MessageId<'adoptionNote'>>;

/**
 * Why a chart cannot be given the switch: mostly, which line of which template.
 *
 * @public
 */
export type AdoptionObstacle = AdoptionText<MessageId<'adoptionObstacle'>>;

/** @public */
export const adoptionNoteSchema: z.ZodType<AdoptionNote | UnknownMessage> =
  messagesSchema(adoptionTextSchema(adoptionNoteTexts));

/** @public */
export const adoptionObstacleSchema: z.ZodType<
  AdoptionObstacle | UnknownMessage
> = messagesSchema(adoptionTextSchema(adoptionObstacleTexts));

/** Any of some texts, whose parameters are what it is filled in with. */
function adoptionTextSchema<Id extends string>(texts: Record<Id, string>) {
  const ids = Object.keys(texts) as Id[];
  return z
    .object({
      id: z.enum(ids),
      parameters: z.record(
        z.string(),
        z.union([z.string(), z.number(), adoptionValuesSchema]),
      ),
      text: z.string(),
    })
    .refine(({ id, parameters }) =>
      Array.from(texts[id].matchAll(PLACEHOLDER)).every(([, name]) =>
        Object.hasOwn(parameters, name),
      ),
    );
}
