/** Lists in the words and the order of one language. */
export interface ListFormat {
  /** Names in a sentence: `web, api, and worker`. */
  names: (names: readonly string[]) => string;
  /** Facts in a row, which are no sentence: `3 of 4 ready, 2 available`. */
  facts: (facts: readonly string[]) => string;
  /** What stands between two facts, for those that are more than text. */
  separator: string;
}

const formats = new Map<string, ListFormat>();

/** @param locale - as of BCP 47, such as `de` or `en-GB` */
export function listFormat(locale: string): ListFormat {
  const made = formats.get(locale) ?? createListFormat(locale);
  formats.set(locale, made);
  return made;
}

function createListFormat(locale: string): ListFormat {
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  // Without the "and" before the last, since facts have nothing in common that it would join.
  const [, { value: separator }] = conjunction.formatToParts(['1', '2', '3']);
  return {
    names: names => conjunction.format(names),
    facts: facts => facts.join(separator),
    separator,
  };
}
