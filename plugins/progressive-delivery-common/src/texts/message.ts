import { z } from 'zod/v4';

/**
 * What a text on the wire can be filled in with.
 *
 * - a text or a number, as it is
 * - an array: a list of names
 * - `{ seconds }`: a duration
 * - `{ time }`: when something was, ISO 8601
 * - a text of the concept that {@link conceptOfParameter} says: mostly `reason`, which is a whole sentence
 *
 * @public
 */
export type MessageParameter =
  | string
  | number
  | string[]
  | { seconds: number }
  | { time: string }
  | Message;

/**
 * Id and parameters of a text. The id is one of its concept, such as `promotion` among the waits.
 *
 * @public
 */
export interface MessageContent {
  /** Such as `promotion`. */
  id: string;
  /** What fills in its `{{placeholders}}`, by name. */
  parameters: Record<string, MessageParameter>;
}

/**
 * A text on the wire. Clients act on its id and parameters, and translate by them; `text` is the English of it, for
 * clients that show it as it is, or that do not know the id.
 *
 * @public
 */
export interface Message extends MessageContent {
  /** In English, filled in. */
  text: string;
}

/**
 * A text of which only its English is known.
 *
 * @public
 */
export interface UnknownMessage extends Message {
  id: 'unknown';
  parameters: Record<never, never>;
}

/**
 * What decides a text of a concept: its ids and their parameters, without the English.
 *
 * @public
 */
export type ContentOf<Known extends Message> = Known extends { id: 'unknown' }
  ? never
  : Pick<Known, 'id' | 'parameters'>;

/**
 * A duration as a parameter.
 *
 * @public
 */
export const secondsSchema = z.object({ seconds: z.number() });

/**
 * A time as a parameter, ISO 8601.
 *
 * @public
 */
export const timeSchema = z.object({ time: z.string() });

/**
 * Any parameter.
 *
 * @public
 */
export const messageParameterSchema: z.ZodType<MessageParameter> = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  secondsSchema,
  timeSchema,
  z.object({
    id: z.string(),
    // A reason has no others in it.
    parameters: z.record(
      z.string(),
      z.union([
        z.string(),
        z.number(),
        z.array(z.string()),
        secondsSchema,
        timeSchema,
      ]),
    ),
    text: z.string(),
  }),
]);

/**
 * The schema of one text of a concept.
 *
 * @public
 */
export type MessageSchema<
  Id extends string,
  Parameters extends z.ZodRawShape = Record<never, never>,
> = z.ZodObject<{
  id: z.ZodLiteral<Id>;
  parameters: z.ZodObject<Parameters>;
  text: z.ZodString;
}>;

/**
 * One text of a concept: its id and the schemas of its parameters.
 *
 * @public
 */
export function messageSchema<
  Id extends string,
  Parameters extends z.ZodRawShape = Record<never, never>,
>(id: Id, parameters: Parameters): MessageSchema<Id, Parameters> {
  return z.object({
    id: z.literal(id),
    parameters: z.object(parameters),
    text: z.string(),
  });
}

/**
 * What a reader takes any other text for: one of a later version, one whose parameters that version has changed, or one
 * of an earlier version, which sent the English alone. That is all that can be shown of it.
 */
const unknownMessageSchema = z
  .union([
    z.object({ text: z.string() }),
    z.string().transform(text => ({ text })),
  ])
  .transform(({ text }) => ({
    id: 'unknown' as const,
    parameters: {},
    text,
  }));

/**
 * All texts of a concept, and those of later versions.
 *
 * @public
 */
export function messagesSchema<Known extends z.ZodType<Message>>(known: Known) {
  return z.union([known, unknownMessageSchema]);
}
