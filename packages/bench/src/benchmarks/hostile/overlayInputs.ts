import { overlayFiles, Files } from './overlayFiles';

/** What somebody writes into a repository, and something harmless of the same size. */
export interface OverlayInput {
  name: string;
  hostile: Files;
  harmless: Files;
}

const MEBIBYTE = 1024 * 1024;

/** Levels of lists, each of which holds the one below ten times: 503 bytes once took 71 seconds. */
const bomb = (levels = 9, indent = '') =>
  Array.from(
    { length: levels },
    (_, level) =>
      `${indent}a${level}: &a${level} [${Array(10)
        .fill(level === 0 ? 'x' : `*a${level - 1}`)
        .join(',')}]\n`,
  ).join('');

const mergeBomb = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) =>
      `m${level}: &m${level} { ${
        level === 0
          ? 'k: 1'
          : `<<: [${Array(10)
              .fill(`*m${level - 1}`)
              .join(',')}]`
      } }\n`,
  ).join('');

/** The same number of characters as plain settings. */
function harmlessText(length: number): string {
  let text = '';
  for (let index = 0; text.length < length; index++) {
    text += `setting${index}: value of the setting number ${index}\n`;
  }
  return text;
}

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');

/** Each is read as YAML, to find what it holds. */
function mayBeSecrets(count: number): string {
  const text = Array.from(
    { length: 3_000 },
    (_, index) => `      key${index}: value number ${index}\n`,
  ).join('');
  return Array.from(
    { length: count },
    (_, index) => `  a${index}: |\n    kind: Secret\n    data:\n${text}`,
  ).join('');
}

const nested = (depth: number) => `a: ${'['.repeat(depth)}\n`;

/** Each as the text of one file; what it is compared with is as long. */
function ofFile(
  at: keyof ReturnType<typeof places>,
  texts: Record<string, string>,
): OverlayInput[] {
  return Object.entries(texts).map(([name, text]) => ({
    name: `${name}, in ${at}`,
    hostile: places(text)[at],
    harmless: places(harmlessText(text.length))[at],
  }));
}

/** Where a text can stand in an overlay. */
function places(text: string) {
  return {
    'a values file': overlayFiles({ values: text }),
    "the chart's values.yaml": overlayFiles({ defaults: text }),
    'Chart.yaml': overlayFiles({ chart: `x:\n${indented(text)}` }),
    'the kustomization': overlayFiles({
      kustomization: `commonAnnotations:\n${indented(text)}`,
    }),
    'Chart.lock': overlayFiles({
      chart: 'dependencies: [{ name: a, version: 1.0.0, repository: "" }]\n',
      lock: text,
    }),
    'a template': overlayFiles({ template: text }),
    '.argocd-source.yaml': overlayFiles({ override: text }),
  };
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Schemas that refer to themselves, or say the same again and again. */
const allOf = (levels: number): unknown =>
  levels === 0
    ? { type: 'object' }
    : { allOf: [allOf(levels - 1), allOf(levels - 1)] };

export const overlayInputs: OverlayInput[] = [
  ...ofFile('a values file', {
    'an alias bomb': bomb(),
    'merge keys of merge keys': mergeBomb(8),
    '100,000 aliases': `x: &x { a: 1 }\nz: [${'*x, '.repeat(100_000)}]\n`,
    'aliases of a long text': `x: &x ${'x'.repeat(
      100_000,
    )}\nz: [${'*x, '.repeat(1_000)}]\n`,
    'what contains itself': 'a: &a [*a]\n',
    'deep nesting': nested(100_000),
    'nesting in a block': Array.from(
      { length: 1_000 },
      (_, level) => `${' '.repeat(level)}a:\n`,
    ).join(''),
    '40,000 keys': keys(40_000),
    'a key 40,000 times': 'k: 1\n'.repeat(40_000),
    'one line of a megabyte': `a: ${'x'.repeat(MEBIBYTE - 10)}\n`,
    'spaces in front of colons': `a${' '.repeat(200_000)}: 1\n`,
    'a line of dashes': `${'- '.repeat(100_000)}\n`,
    'quotes that never end': `a: "${'\\"'.repeat(200_000)}\n`,
    'names that mean something':
      '__proto__: { constructor: { prototype: 1 } }\ntoString: &t [1]\nvalueOf: *t\n'.repeat(
        500,
      ),
    'marks that change the direction': `a: "${'\u202e\u200b\u2066'.repeat(
      100_000,
    )}"\n`,
    'password: and nothing, for long': `${'password: "'.repeat(20_000)}\n`,
    '10,000 documents': 'a: 1\n---\n'.repeat(10_000),
    'flow collections without indentation': `a: [1,\n${'1,\n'.repeat(
      30_000,
    )}]\n`,
  }),
  ...ofFile("the chart's values.yaml", {
    'an alias bomb': bomb(),
    '40,000 keys': keys(40_000),
    'deep nesting': nested(100_000),
  }),
  ...ofFile('Chart.yaml', {
    'an alias bomb': bomb(),
    'deep nesting': nested(50_000),
    '100,000 aliases': `x: &x { a: 1 }\nz: [${'*x, '.repeat(100_000)}]\n`,
  }),
  ...ofFile('the kustomization', {
    'an alias bomb': bomb(),
    'merge keys of merge keys': mergeBomb(8),
    'deep nesting': nested(100_000),
    '40,000 keys': keys(40_000),
  }),
  ...ofFile('Chart.lock', { 'an alias bomb': bomb() }),
  ...ofFile('.argocd-source.yaml', { 'an alias bomb': bomb() }),
  ...ofFile('a template', {
    'an alias bomb': bomb(),
    'a document of four megabytes': `data: { a: "${'x'.repeat(
      4 * MEBIBYTE,
    )}" }\n`,
    '4,000 documents':
      '---\napiVersion: v1\nkind: A\nmetadata: { name: a }\n'.repeat(4_000),
    '400,000 values beside one that changes': `data: { a: "{{ .Values.progressiveDelivery.enabled }}" }\nitems:\n${'- a\n'.repeat(
      400_000,
    )}`,
    'texts that may be Secrets': `data:\n${mayBeSecrets(8)}`,
    'an error of a megabyte': `{{ fail (repeat 1000000 "password: x ") }}\n`,
  }),
  {
    name: 'a tower of allOf, in values.schema.json',
    hostile: overlayFiles({ schema: JSON.stringify(allOf(14)) }),
    harmless: overlayFiles({
      schema: JSON.stringify({ description: 'x'.repeat(400_000) }),
    }),
  },
  {
    name: 'names of files in which a pattern finds no end',
    hostile: overlayFiles({
      kustomization: "resources: ['*a*a*a*a*a*a*bN.yaml']\n",
      more: Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `${'a'.repeat(200)}${index}`,
          '',
        ]),
      ),
    }),
    harmless: overlayFiles({
      more: Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `${'b'.repeat(200)}${index}`,
          '',
        ]),
      ),
    }),
  },
];
