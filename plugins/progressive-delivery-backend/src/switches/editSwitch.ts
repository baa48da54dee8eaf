import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { CST, isAlias, isMap, isNode, isScalar, Pair, YAMLMap } from 'yaml';
import { formatSwitchPath, isMapping, SwitchPath } from './switchPath';
import { parseValues, ValuesDocument } from './valuesDocument';

/** Replaces `text[start, end)`. */
interface Splice {
  start: number;
  end: number;
  insert: string;
}

/**
 * Sets a switch in the text of a values file: replaces the bytes of its scalar and no other, or adds the shortest
 * correct lines in the file's own style. Parsed again, the result differs in that path alone.
 *
 * @throws InputError that says where and why, for what cannot be done exactly
 */
export function editSwitch(
  content: string,
  options: { file: string; path: SwitchPath; enabled: boolean },
): string {
  const { file, path, enabled } = options;
  const before = parseValues(content, file);
  if (isMapping(before.values) && Object.hasOwn(before.values, 'sops')) {
    throw cannotEdit(options, 'the file is encrypted with SOPS');
  }
  for (const splice of splices(before, options)) {
    const text =
      before.text.slice(0, splice.start) +
      splice.insert +
      before.text.slice(splice.end);
    if (changesOnly(before, text, path, enabled, file)) {
      return before.mark + text;
    }
  }
  throw cannotEdit(
    options,
    'no edit of the text changes this value and no other',
  );
}

/** Edits that could do, the most natural first. */
function splices(
  values: ValuesDocument,
  options: { file: string; path: SwitchPath; enabled: boolean },
): Splice[] {
  const { path, enabled } = options;
  const scalar = String(enabled);
  let map: unknown = values.document.contents;
  if (map === null || (isScalar(map) && map.source === '')) {
    return [appended(values, path, scalar)];
  }
  for (const [depth, key] of path.entries()) {
    const at = formatSwitchPath(path.slice(0, depth)) || 'the root';
    if (!isMap(map)) {
      throw cannotEdit(options, `${at}${lineOf(values, map)} is not a mapping`);
    }
    checkNode(values, map, at, options);
    const pair = pairOf(values, map, key, options);
    if (!pair) {
      return added(values, map, path.slice(depth), scalar);
    }
    if (depth === path.length - 1) {
      return [replaced(values, pair, scalar, options)];
    }
    map = pair.value;
  }
  return [];
}

/** What makes a mapping one that cannot be edited without changing something else. */
function checkNode(
  values: ValuesDocument,
  node: YAMLMap,
  at: string,
  options: { file: string; path: SwitchPath },
): void {
  if (node.anchor) {
    throw cannotEdit(
      options,
      `${at}${lineOf(values, node)} has the anchor &${
        node.anchor
      }, so that what is changed there would change elsewhere too`,
    );
  }
  const merge = node.items.find(
    ({ key }) => isScalar(key) && key.source === '<<',
  );
  if (merge) {
    throw cannotEdit(
      options,
      `${at}${lineOf(values, merge.key)} has a merge key (<<)`,
    );
  }
}

function pairOf(
  values: ValuesDocument,
  map: YAMLMap,
  key: string,
  options: { file: string; path: SwitchPath },
): Pair | undefined {
  const pairs = map.items.filter(
    each => isScalar(each.key) && String(each.key.value) === key,
  );
  if (pairs.length > 1) {
    throw cannotEdit(
      options,
      `the key ${key} stands twice${lineOf(values, pairs[1].key)}`,
    );
  }
  const [pair] = pairs;
  if (pair && isAlias(pair.value)) {
    throw cannotEdit(
      options,
      `${key}${lineOf(values, pair.value)} is the alias *${pair.value.source}`,
    );
  }
  return pair;
}

function replaced(
  values: ValuesDocument,
  pair: Pair,
  scalar: string,
  options: { file: string; path: SwitchPath },
): Splice {
  const { value } = pair;
  if (value !== null && !isScalar(value)) {
    throw cannotEdit(options, `its value${lineOf(values, value)} is no scalar`);
  }
  if (value?.anchor || value?.tag) {
    throw cannotEdit(
      options,
      `its value${lineOf(values, value)} has an anchor or a tag`,
    );
  }
  const range = value?.range;
  if (range && range[1] > range[0]) {
    return { start: range[0], end: range[1], insert: scalar };
  }
  // `enabled:` and nothing: right behind the colon.
  const colon = pair.srcToken?.sep?.find(
    (token): token is CST.SourceToken => token.type === 'map-value-ind',
  );
  if (!colon) {
    throw cannotEdit(options, 'its key has no value');
  }
  const start = colon.offset + colon.source.length;
  return { start, end: start, insert: ` ${scalar}` };
}

/** What is missing of the path, in a mapping that is there. */
function added(
  values: ValuesDocument,
  map: YAMLMap,
  missing: SwitchPath,
  scalar: string,
): Splice[] {
  const range = map.range!;
  if (map.flow) {
    const start = range[0] + 1;
    const inner = missing
      .slice(1)
      .reduceRight((below, key) => `{${keyText(key)}: ${below}}`, scalar);
    const separator = map.items.length > 0 ? ', ' : '';
    return [
      {
        start,
        end: start,
        insert: `${keyText(missing[0])}: ${inner}${separator}`,
      },
    ];
  }
  const first = keyStart(map)!;
  const lineStart = lineStartOf(values.text, first);
  const indent = ' '.repeat(first - lineStart);
  const lines = linesFor(values, missing, scalar, indent);
  const eol = lineEnd(values.text);
  const end = endOfContent(values.text, map);
  const after: Splice = values.text.slice(0, end).endsWith('\n')
    ? { start: end, end, insert: lines.map(line => line + eol).join('') }
    : { start: end, end, insert: lines.map(line => eol + line).join('') };
  return [
    after,
    {
      start: lineStart,
      end: lineStart,
      insert: lines.map(line => line + eol).join(''),
    },
  ];
}

/** For a file without values. */
function appended(
  { text, ...values }: ValuesDocument,
  path: SwitchPath,
  scalar: string,
): Splice {
  const eol = lineEnd(text);
  const lines = linesFor({ text, ...values }, path, scalar, '');
  const separator = text === '' || text.endsWith('\n') ? '' : eol;
  return {
    start: text.length,
    end: text.length,
    insert: separator + lines.map(line => line + eol).join(''),
  };
}

function linesFor(
  values: ValuesDocument,
  missing: SwitchPath,
  scalar: string,
  indent: string,
): string[] {
  const step = ' '.repeat(indentStep(values));
  return missing.map((key, index) => {
    const value = index === missing.length - 1 ? ` ${scalar}` : '';
    return `${indent}${step.repeat(index)}${keyText(key)}:${value}`;
  });
}

/** Columns by which the first nested mapping of the file is indented. */
function indentStep({ document, text }: ValuesDocument): number {
  const items = isMap(document.contents) ? document.contents.items : [];
  for (const { value } of items) {
    const start = isMap(value) && !value.flow ? keyStart(value) : undefined;
    if (start !== undefined) {
      return start - lineStartOf(text, start) || 2;
    }
  }
  return 2;
}

/** Where the first key of a mapping stands. */
function keyStart(map: YAMLMap): number | undefined {
  const key = map.items.at(0)?.key;
  return isNode(key) ? key.range?.[0] : undefined;
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line on which the last value of a block mapping ends, a comment there included. */
function endOfContent(text: string, map: YAMLMap): number {
  const end = endOf(map);
  if (text.slice(0, end).endsWith('\n')) {
    return end;
  }
  const newline = text.indexOf('\n', end);
  return newline === -1 ? text.length : newline + 1;
}

/** End of the last value below a node: the range of a block mapping can reach over comments that follow it. */
function endOf(node: unknown): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const { key, value } = node.items.at(-1)!;
    return endOf(value ?? key);
  }
  return isNode(node) ? node.range![1] : 0;
}

function keyText(key: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) &&
    !/^(y|yes|n|no|true|false|on|off|null)$/i.test(key)
    ? key
    : JSON.stringify(key);
}

function lineEnd(text: string): string {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

function changesOnly(
  before: ValuesDocument,
  text: string,
  path: SwitchPath,
  enabled: boolean,
  file: string,
): boolean {
  let after: ValuesDocument;
  try {
    after = parseValues(text, file);
  } catch (error) {
    if (error instanceof InputError) {
      return false;
    }
    throw error;
  }
  return isDeepStrictEqual(
    after.values,
    withValue(before.values, path, enabled),
  );
}

function withValue(values: unknown, path: SwitchPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  const map = isMapping(values) ? values : {};
  return {
    ...map,
    [key]: withValue(
      Object.hasOwn(map, key) ? map[key] : undefined,
      rest,
      value,
    ),
  };
}

function lineOf(values: ValuesDocument, node: unknown): string {
  const range = isNode(node) ? node.range : undefined;
  return range ? ` (line ${values.line(range[0])})` : '';
}

function cannotEdit(
  { file, path }: { file: string; path: SwitchPath },
  because: string,
): InputError {
  return new InputError(
    `${formatSwitchPath(
      path,
    )} cannot be changed in ${file} by a machine, because ${because}. Change it by hand.`,
  );
}
