import { z } from 'zod/v4';
import { messagesSchema, MessageId, UnknownMessage } from './texts';
import { adoptionNoteTexts } from './texts/adoptionNoteTexts';
import { adoptionObstacleTexts } from './texts/adoptionObstacleTexts';

/**
 * A text about a chart that is given the switch: `template` and `file` are paths in the chart, `line` counts from 1.
 *
 * @public
 */
export interface AdoptionText<Id extends string> {
  id: Id;
  parameters: Record<string, string | number>;
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
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      text: z.string(),
    })
    .refine(({ id, parameters }) =>
      Array.from(texts[id].matchAll(/\{\{(\w+)\}\}/g)).every(([, name]) =>
        Object.hasOwn(parameters, name),
      ),
    );
}
