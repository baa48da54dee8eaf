import { readdirSync } from 'node:fs';
import { english } from './en';
import { flatMessages } from './shape/flatMessages';
import { translations } from './translations';

type Texts = Record<string, string | null>;

const inEnglish: Texts = flatMessages(english);

/** Each once: a language may say a name twice. */
const placeholders = (text: string) => new Set(text.match(/\{\{.+?\}\}/g));

/** Texts of a whole and of what depends on a number: `events_one` and `events_other` are `events`. */
const pluralOf = (key: string) =>
  /^(.*)_(zero|one|two|few|many|other)$/.exec(key)?.[1];

const isCode = (key: string) => /^message\..*\.code$/.test(key);

it('ships every language that has a folder', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(
    ['en', 'shape', ...Object.keys(translations)].sort(),
  );
});

describe.each([
  ['en', async () => ({ default: inEnglish })] as const,
  ...Object.entries(translations),
])('the numbers of %s', (language, load: () => Promise<{ default: Texts }>) => {
  it('have a text for each of its plural forms', async () => {
    const { default: texts } = await load();
    const { pluralCategories } = new Intl.PluralRules(
      language,
    ).resolvedOptions();
    const plurals = new Set(
      Object.keys(inEnglish).flatMap(key => pluralOf(key) ?? []),
    );
    expect(plurals.size).toBeGreaterThan(0);
    for (const plural of plurals) {
      expect(
        Object.keys(texts).filter(key => pluralOf(key) === plural),
      ).toEqual(
        expect.arrayContaining(
          pluralCategories.map(category => `${plural}_${category}`),
        ),
      );
    }
  });
});

describe.each(Object.entries(translations))(
  'the texts in %s',
  (_language, load) => {
    let texts: Texts;
    beforeAll(async () => {
      texts = (await load()).default;
    });

    it('are as many as in English: each key, and no other', () => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(inEnglish).sort());
    });

    it('have the placeholders that they have in English', () => {
      const placeholdersOf = (source: Texts) =>
        Object.fromEntries(
          Object.entries(source).map(([key, text]) => [
            key,
            placeholders(text ?? inEnglish[key] ?? ''),
          ]),
        );
      expect(placeholdersOf(texts)).toEqual(placeholdersOf(inEnglish));
    });

    it('are translated, but for commands and lines of YAML', () => {
      const inWords = Object.entries(texts).filter(([, text]) =>
        /\p{Ll}+ \p{Ll}+/u.test((text ?? '').replace(/\{\{.+?\}\}/g, '')),
      );
      expect(inWords.length).toBeGreaterThan(0);
      expect(inWords.filter(([key, text]) => text === inEnglish[key])).toEqual(
        [],
      );
      expect(
        Object.entries(texts)
          .filter(([key, text]) => isCode(key) !== (text === null))
          .map(([key]) => key),
      ).toEqual([]);
    });
  },
);
