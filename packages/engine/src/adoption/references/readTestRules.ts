import { keyLines, linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';

/** A list of words of YAML: in brackets, or with a line for each. */
export interface WordList {
  words: readonly string[];
  quote: string;
  /** The line of its last word, which is that of its key where it is in brackets. */
  last: number;
  /** The column of the bracket that closes it, where it has some. */
  close: number | undefined;
}

/** A rule of a role that lets a test of the chart have a look at Deployments. */
export interface TestRule {
  file: TemplateFile;
  apiGroups: WordList;
  resources: WordList;
}

const TESTS = /^templates\/tests?\//;
const ROLE = /^kind:\s*(["']?)(?:Cluster)?Role\1\s*(?:#.*)?$/;
const DEPLOYMENTS = /\bdeployments\b/;
const IN_BRACKETS = /^\s*(?:- )?\w+:\s*\[([^[\]{}#]*)\]\s*$/;
const KEY_ALONE = /^\s*(?:- )?\w+:\s*$/;
const ITEM = /^\s*- (\S+)\s*$/;
const WORD = /^(["']?)([\w.*/-]*)\1$/;

/** Whether a template is one of the chart's tests. */
export function isTest({ path }: TemplateFile): boolean {
  return TESTS.test(path);
}

/**
 * The rules of tests that are about Deployments.
 *
 * @returns `undefined` where one of them is not plainly written
 */
export function readTestRules(
  files: readonly TemplateFile[],
): TestRule[] | undefined {
  const rules: TestRule[] = [];
  for (const file of files.filter(isTest)) {
    for (const document of file.documents()) {
      const [kind] = keyLines(file, 'kind', { indent: 0, within: document });
      if (kind !== undefined && ROLE.test(file.line(kind))) {
        const lines = linesOf(document).filter(
          index => file.kindOf(index) !== 'blank',
        );
        const found = lines.flatMap(index => readRule(file, index) ?? []);
        const known = found.reduce(
          (sum, { resources }) =>
            sum + resources.words.filter(word => DEPLOYMENTS.test(word)).length,
          0,
        );
        const all = lines.flatMap(index => [
          ...file.line(index).matchAll(new RegExp(DEPLOYMENTS, 'g')),
        ]).length;
        if (known !== all) {
          return undefined;
        }
        rules.push(...found);
      }
    }
  }
  return rules;
}

/** The rule that begins in a line, where that is about Deployments. */
function readRule(file: TemplateFile, index: number): TestRule | undefined {
  if (!/^\s*- apiGroups:/.test(file.line(index))) {
    return undefined;
  }
  const apiGroups = readList(file, index);
  const next = (apiGroups?.last ?? index) + 1;
  const resources = /^\s*resources:/.test(file.line(next))
    ? readList(file, next)
    : undefined;
  return apiGroups?.words.includes('apps') &&
    resources?.words.some(word => DEPLOYMENTS.test(word))
    ? { file, apiGroups, resources }
    : undefined;
}

function readList(file: TemplateFile, key: number): WordList | undefined {
  const line = file.line(key);
  const inner = IN_BRACKETS.exec(line)?.[1];
  const items: string[] = [];
  let item = KEY_ALONE.test(line) ? ITEM.exec(file.line(key + 1)) : null;
  while (item) {
    items.push(item[1]);
    item = ITEM.exec(file.line(key + 1 + items.length));
  }
  const words = (inner?.split(',') ?? items).map(word =>
    WORD.exec(word.trim()),
  );
  const [first] = words;
  return first && words.every(word => word !== null)
    ? {
        words: words.map(([, , word]) => word),
        quote: first[1],
        last: key + items.length,
        close: inner === undefined ? undefined : line.lastIndexOf(']'),
      }
    : undefined;
}
