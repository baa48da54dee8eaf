/** Texts by name, some of them in groups. `null`: as in English. */
export interface NestedMessages {
  readonly [key: string]: string | null | NestedMessages;
}

/** The same texts, each by its whole key, such as `summary.title`. */
export type FlatMessages<Messages> = {
  [Key in KeyOf<Messages>]: string | null;
};

type KeyOf<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string | null
    ? Key
    : `${Key}.${KeyOf<Messages[Key]>}`;
}[keyof Messages & string];

/** Texts as Backstage takes those of a language; it flattens those of a translation ref by itself, in the same way. */
export function flatMessages<Messages extends NestedMessages>(
  nested: Messages,
): FlatMessages<Messages>;
export function flatMessages(
  nested: NestedMessages,
): Record<string, string | null> {
  return Object.fromEntries(entriesOf(nested, ''));
}

function entriesOf(
  nested: NestedMessages,
  prefix: string,
): (readonly [string, string | null])[] {
  return Object.entries(nested).flatMap(([key, value]) =>
    value === null || typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : entriesOf(value, `${prefix}${key}.`),
  );
}
