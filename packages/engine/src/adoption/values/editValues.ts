import { isDeepStrictEqual } from 'node:util';
import { isMapping, loadYaml, YamlError } from '../../yaml';
import { CHART_PATTERN } from '../texts/chartPattern';
import { CannotAdoptError } from '../texts/AdoptionText';
import { styleOf, ValuesStyle } from './ValuesStyle';

const FILE = 'values.yaml';

/** The values of the switch itself, as the chart has them. */
export const switchValues = {
  enabled: false,
  provider: 'argo-rollouts',
  pruneLast: true,
  canarySteps: [{ setWeight: 25 }, { pause: {} }],
  maxSurge: 1,
  maxUnavailable: 0,
};

/** What a values file says. @throws CannotAdoptError where it is no mapping */
function readValues(text: string): Record<string, unknown> {
  let values: unknown;
  try {
    values = loadYaml(text) ?? {};
  } catch (error) {
    throw error instanceof YamlError
      ? new CannotAdoptError('valuesUnreadable', {
          file: FILE,
          message: error.message,
        })
      : error;
  }
  if (!isMapping(values)) {
    throw new CannotAdoptError('valuesNotAppendable', { file: FILE });
  }
  return values;
}

/**
 * The chart's values with the switch, appended, and below each of some keys one of its own that says nothing.
 *
 * @param own - paths of the workloads' own values
 * @throws CannotAdoptError where what was there would be read differently
 */
export function editValues(
  text: string,
  own: readonly (readonly string[])[],
): string {
  const before = readValues(text);
  const style = styleOf(text);
  const wanted = readValues(text);
  wanted.progressiveDelivery = switchValues;
  let edited = isEmptyFlow(text, before)
    ? text.replace(/^\{\s*\}[^\S\n]*\r?\n?/m, '')
    : text;
  for (const path of own) {
    addAt(wanted, path, { enabled: null });
    edited = addOwn(edited, path, style);
  }
  edited = append(edited, switchLines(style, own.length > 0), style);
  if (!isDeepStrictEqual(readAgain(edited), wanted)) {
    throw new CannotAdoptError('valuesNotAppendable', { file: FILE });
  }
  return edited;
}

function isEmptyFlow(text: string, values: object): boolean {
  return Object.keys(values).length === 0 && /^\{\s*\}\s*$/m.test(text);
}

function readAgain(text: string): unknown {
  try {
    return loadYaml(text, { uniqueKeys: true });
  } catch (error) {
    if (error instanceof YamlError) {
      return undefined;
    }
    throw error;
  }
}

/** @throws CannotAdoptError where the chart has something else than a mapping there, which would be lost */
function addAt(
  values: Record<string, unknown>,
  [key, ...rest]: readonly string[],
  delivery: object,
): void {
  const below = Object.hasOwn(values, key) ? values[key] : {};
  if (!isMapping(below)) {
    throw new CannotAdoptError('valuesNotAppendable', { file: FILE });
  }
  values[key] = below;
  if (rest.length > 0) {
    addAt(below, rest, delivery);
  } else {
    below.progressiveDelivery = delivery;
  }
}

/** Puts a workload's own switch below its key, or appends the key with it. */
function addOwn(
  text: string,
  path: readonly string[],
  style: ValuesStyle,
): string {
  const lines = text.split(/(?<=\n)/);
  let block: Block = { start: 0, end: lines.length, indent: 0 };
  for (const key of path) {
    const found = blockBelow(lines, key, block, style);
    if (!found) {
      return append(text, ownLines(path, style, 0), style);
    }
    block = found;
  }
  const inserted = ownLines([], style, block.indent).map(
    line => line + style.lineEnd,
  );
  const before = lines
    .slice(0, block.start)
    .map((line, index) =>
      index === block.start - 1 ? line.replace(/:\s*\{\s*\}/, ':') : line,
    );
  return [
    ...before,
    before.at(-1)?.endsWith('\n') ? '' : style.lineEnd,
    ...inserted,
    ...lines.slice(block.start),
  ].join('');
}

/** Lines of a mapping in block style, and the spaces before its keys. */
interface Block {
  start: number;
  end: number;
  indent: number;
}

const SAYS_SOMETHING = /^\s*[^\s#]/;

const indentOf = (line: string) => /^ */.exec(line)![0].length;

function blockBelow(
  lines: readonly string[],
  key: string,
  within: Block,
  style: ValuesStyle,
): Block | undefined {
  const { end, indent, start } = within;
  const pattern = new RegExp(
    `^ {${indent}}(["']?)${key}\\1:\\s*(?:\\{\\s*\\})?\\s*(?:#.*)?$`,
  );
  const found = lines
    .slice(start, end)
    .findIndex(line => pattern.test(line.trimEnd()));
  if (found === -1) {
    return undefined;
  }
  const first = start + found + 1;
  const below = lines.slice(first, end);
  const length = below.findIndex(
    line => SAYS_SOMETHING.test(line) && indentOf(line) <= indent,
  );
  const own = length === -1 ? below : below.slice(0, length);
  const child = own.find(line => SAYS_SOMETHING.test(line));
  return {
    start: first,
    end: first + own.length,
    indent: child ? indentOf(child) : indent + style.indent,
  };
}

function ownLines(
  path: readonly string[],
  { comment, indent }: ValuesStyle,
  from: number,
): string[] {
  const space = (level: number) => ' '.repeat(from + level * indent);
  return [
    ...path.map((key, level) => `${space(level)}${key}:`),
    `${space(path.length)}progressiveDelivery:`,
    `${space(
      path.length + 1,
    )}${comment}Render this workload as a Rollout (true) or a Deployment (false); null does as progressiveDelivery.enabled says.`,
    `${space(path.length + 1)}enabled: null`,
  ];
}

function switchLines(
  { comment, indent }: ValuesStyle,
  several: boolean,
): string[] {
  const space = ' '.repeat(indent);
  return [
    'progressiveDelivery:',
    `${space}${comment}Render ${
      several
        ? 'canaried Argo Rollouts instead of Deployments'
        : 'a canaried Argo Rollout instead of a Deployment'
    }. Before you turn it on:`,
    `${space}# ${CHART_PATTERN}#before-you-turn-it-on`,
    `${space}enabled: false`,
    `${space}provider: argo-rollouts`,
    `${space}${comment}Lets Argo CD remove the old kind only when the new one is healthy.`,
    `${space}pruneLast: true`,
    `${space}canarySteps:`,
    `${space}${space}- setWeight: 25`,
    `${space}${space}- pause: {}`,
    `${space}maxSurge: 1`,
    `${space}maxUnavailable: 0`,
  ];
}

/** Behind a blank line, where something is there. */
function append(
  text: string,
  lines: readonly string[],
  { lineEnd }: ValuesStyle,
): string {
  const ended = text === '' || text.endsWith('\n') ? text : text + lineEnd;
  const gap = ended.trim() === '' ? '' : lineEnd;
  return `${ended}${gap}${lines.join(lineEnd)}${lineEnd}`;
}
