import {
  hiddenValue,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Layout } from '../../git/trees/Layout';
import { toolWords } from './toolWords';

/** Characters of a message, and of the files whose words may stand in it. */
const MOST_CHARACTERS = 2_000;
const MOST_OF_A_FILE = 256 * 1024;
const MOST_FILES = 10;
/** Directories of a path that the name of a chart may stand for. */
const MOST_DIRECTORIES = 20;

const WORD = /[^\s"'`(),;:[\]{}<>=|]+/g;

/** Between two hidden words that are shown as one. */
const HIDDEN_WORDS = new RegExp(
  `${hiddenValue.alone}(?: +${hiddenValue.alone})+`,
  'g',
);

/**
 * What a tool said, without the values that it quotes: shown are the tool's own words, files of the overlay with lines and
 * columns, and words that stand in the templates and schemas that the message names. Everything else is hidden. Words of a
 * template that makes a Secret count only where it calls `fail` or `required`.
 */
export function maskToolMessage(
  message: string,
  layouts: readonly Pick<Layout, 'files' | 'read'>[],
): string {
  const text = message.slice(0, MOST_CHARACTERS);
  const words = Array.from(text.matchAll(WORD));
  const named = new Set(
    words.flatMap(([word]) => {
      const path = trimmed(word);
      return path.includes('/') || path.includes('.') ? [path] : [];
    }),
  );
  const files = namedFiles(named, layouts);
  const literal = new Set([
    ...literalWords(files, text.includes('schema') ? layouts : []),
    ...chartNames(layouts),
  ]);
  const paths = oddPaths(text, layouts);
  const isShown = (word: string) =>
    word === '' ||
    files.has(word) ||
    toolWords.has(word.toLowerCase()) ||
    literal.has(word) ||
    piecesOf(word).every(part => part === '' || literal.has(part));
  let masked = '';
  let end = 0;
  let beforeNumber = false;
  for (const { 0: word, index } of words) {
    const between = text.slice(end, index);
    const core = trimmed(word);
    const isNumber = /^\d+$/.test(core);
    const after = index + word.length;
    const shown =
      isShown(core) ||
      paths.some(path => path.start <= index && after <= path.end) ||
      (isNumber && beforeNumber && (between === ':' || between === ' '));
    masked += `${between}${shown ? word : hiddenValue.alone}`;
    end = after;
    beforeNumber =
      files.has(core) ||
      paths.some(path => path.end === after) ||
      ['line', 'column'].includes(core) ||
      (beforeNumber && isNumber);
  }
  return `${masked}${text.slice(end)}`.replace(HIDDEN_WORDS, hiddenValue.alone);
}

/** Where a message names files whose paths are more than one word to us, as they are shown. */
function oddPaths(
  text: string,
  layouts: readonly Pick<Layout, 'files'>[],
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { files } of layouts) {
    for (const path of files.keys()) {
      const shown = visibleText(path);
      if (shown !== path || path.replace(WORD, '') !== '') {
        const start = /[./]/.test(path) ? text.indexOf(shown) : -1;
        if (start !== -1) {
          found.push({ start, end: start + shown.length });
        }
      }
    }
  }
  return found;
}

/** Of `.Values.provider`, or of a JSON pointer such as `/provider`. */
function piecesOf(word: string): string[] {
  return word.split(/[./]/);
}

/** A word without the punctuation that ends a sentence. */
function trimmed(word: string): string {
  let end = word.length;
  while (end > 0 && '.!?'.includes(word[end - 1])) {
    end--;
  }
  return word.slice(0, end);
}

/** What the message calls files of the overlay, and the files. Helm puts the name of the chart before their paths. */
function namedFiles(
  named: ReadonlySet<string>,
  layouts: readonly Pick<Layout, 'files' | 'read'>[],
): Map<string, { layout: Pick<Layout, 'read'>; path: string }[]> {
  const below = new Map<string, string>();
  for (const name of named) {
    const slash = name.indexOf('/');
    below.set(name, name);
    if (slash !== -1) {
      below.set(name.slice(slash + 1), name);
    }
  }
  const lengths = new Set(Array.from(below.keys(), name => name.length));
  const files = new Map<
    string,
    { layout: Pick<Layout, 'read'>; path: string }[]
  >();
  for (const layout of layouts) {
    for (const path of layout.files.keys()) {
      for (const end of endsOf(path, lengths)) {
        const name = below.get(end);
        if (name !== undefined && (end !== name || path === name)) {
          files.set(name, [...(files.get(name) ?? []), { layout, path }]);
        }
      }
    }
  }
  return files;
}

/** The path, and what is left of it without the first of its directories, as far as it is as long as it has to be. */
function endsOf(path: string, lengths: ReadonlySet<number>): string[] {
  const ends = [path];
  let slash = path.indexOf('/');
  for (let count = 0; slash !== -1 && count < MOST_DIRECTORIES; count++) {
    if (lengths.has(path.length - slash - 1)) {
      ends.push(path.slice(slash + 1));
    }
    slash = path.indexOf('/', slash + 1);
  }
  return ends;
}

/** Words of the templates that a message names, and of schemas. */
function literalWords(
  files: ReturnType<typeof namedFiles>,
  schemasOf: readonly Pick<Layout, 'files' | 'read'>[],
): Set<string> {
  const templates = Array.from(files.values())
    .flat()
    .filter(({ path }) => `/${path}`.includes('/templates/'));
  const schemas = schemasOf.flatMap(layout =>
    Array.from(layout.files.keys())
      .filter(path => path.endsWith('values.schema.json'))
      .map(path => ({ layout, path })),
  );
  const words = new Set<string>();
  for (const { layout, path } of [...templates, ...schemas].slice(
    0,
    MOST_FILES,
  )) {
    const text = layout.read(path).toString('utf8').slice(0, MOST_OF_A_FILE);
    for (const [word] of withoutSecret(text).matchAll(WORD)) {
      words.add(trimmed(word));
      piecesOf(word).forEach(part => words.add(part));
    }
  }
  return words;
}

/** What the directories of charts are called. */
function chartNames(layouts: readonly Pick<Layout, 'files'>[]): string[] {
  return layouts.flatMap(({ files }) =>
    Array.from(files.keys())
      .filter(path => path.endsWith('/Chart.yaml'))
      .flatMap(path => path.split('/').at(-2) ?? []),
  );
}

function withoutSecret(template: string): string {
  return template.includes('kind') && template.includes('Secret')
    ? template
        .split('\n')
        .filter(line => line.includes('fail') || line.includes('required'))
        .join('\n')
    : template;
}
