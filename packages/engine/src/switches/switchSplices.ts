import {
  CST,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Pair,
  visit,
  YAMLMap,
} from 'yaml';
import { CannotEditError, SwitchEditOptions } from './CannotEditError';
import { LocatedValues } from './locateValues';
import { formatSwitchPath, SwitchPath } from './switchPath';
import { ValuesDocument } from './valuesDocument';

/** Replaces `text[start, end)`. */
export interface Splice {
  start: number;
  end: number;
  insert: string;
}

/** A values file that is edited. */
interface Edited extends LocatedValues {
  text: string;
}

/**
 * Edits of the text that could set a switch, the most natural first.
 *
 * @throws InputError that says where and why there is none
 */
export function switchSplices(
  values: ValuesDocument,
  options: SwitchEditOptions,
): Splice[] {
  const { path, enabled } = options;
  const scalar = String(enabled);
  const edited: Edited = { text: values.text, ...values.locate() };
  let map: unknown = edited.document?.contents ?? null;
  /** The key whose value it is. */
  let above: unknown;
  if (map === null || (isScalar(map) && map.source === '')) {
    return [appended(edited, path, scalar)];
  }
  for (const [depth, key] of path.entries()) {
    const at = formatSwitchPath(path.slice(0, depth)) || '.';
    if (!isMap(map)) {
      throw new CannotEditError(options, {
        id: 'isNoMapping',
        parameters: { at, line: lineOf(edited, map, above) },
      });
    }
    checkNode(edited, map, at, options);
    const pair = pairOf(edited, map, key, options);
    if (!pair) {
      return added(edited, map, path.slice(depth), scalar);
    }
    if (depth === path.length - 1) {
      return [replaced(edited, pair, scalar, options)];
    }
    above = pair.key;
    map = pair.value;
  }
  return [];
}

/** Whether anything refers to an anchor. */
function isAliased({ document }: Edited, anchor: string): boolean {
  let found = false;
  visit(document ?? null, {
    Alias: (_, { source }) => {
      found ||= source === anchor;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** What makes a mapping one that cannot be edited without changing something else. */
function checkNode(
  edited: Edited,
  node: YAMLMap,
  at: string,
  options: SwitchEditOptions,
): void {
  if (node.anchor && isAliased(edited, node.anchor)) {
    throw new CannotEditError(options, {
      id: 'isAnchored',
      parameters: { at, line: lineOf(edited, node), anchor: node.anchor },
    });
  }
  const merge = node.items.find(
    ({ key }) => isScalar(key) && key.source === '<<',
  );
  if (merge) {
    throw new CannotEditError(options, {
      id: 'hasMergeKey',
      parameters: { at, line: lineOf(edited, merge.key) },
    });
  }
}

function pairOf(
  edited: Edited,
  map: YAMLMap,
  key: string,
  options: SwitchEditOptions,
): Pair | undefined {
  const pairs = map.items.filter(
    each => isScalar(each.key) && String(each.key.value) === key,
  );
  if (pairs.length > 1) {
    throw new CannotEditError(options, {
      id: 'standsTwice',
      parameters: { key, line: lineOf(edited, pairs[1].key) },
    });
  }
  const [pair] = pairs;
  if (pair && isAlias(pair.value)) {
    throw new CannotEditError(options, {
      id: 'isAlias',
      parameters: {
        at: key,
        line: lineOf(edited, pair.value),
        anchor: pair.value.source,
      },
    });
  }
  return pair;
}

function replaced(
  edited: Edited,
  pair: Pair,
  scalar: string,
  options: SwitchEditOptions,
): Splice {
  const { value } = pair;
  const at = formatSwitchPath(options.path);
  if (value !== null && !isScalar(value)) {
    throw new CannotEditError(options, {
      id: 'isNoScalar',
      parameters: { at, line: lineOf(edited, value) },
    });
  }
  if (value?.anchor && isAliased(edited, value.anchor)) {
    throw new CannotEditError(options, {
      id: 'isAnchored',
      parameters: { at, line: lineOf(edited, value), anchor: value.anchor },
    });
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
    throw new CannotEditError(options, {
      id: 'hasNoValue',
      parameters: { at },
    });
  }
  const start = colon.offset + colon.source.length;
  return { start, end: start, insert: ` ${scalar}` };
}

/** What is missing of the path, in a mapping that is there. */
function added(
  edited: Edited,
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
  const lineStart = lineStartOf(edited.text, first);
  const indent = ' '.repeat(first - lineStart);
  const lines = linesFor(edited, missing, scalar, indent);
  const eol = lineEnd(edited.text);
  const end = endOfContent(edited.text, map);
  const after: Splice = edited.text.slice(0, end).endsWith('\n')
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

/** For a file without edited. */
function appended(edited: Edited, path: SwitchPath, scalar: string): Splice {
  const { text } = edited;
  const eol = lineEnd(text);
  const lines = linesFor(edited, path, scalar, '');
  const separator = text === '' || text.endsWith('\n') ? '' : eol;
  return {
    start: text.length,
    end: text.length,
    insert: separator + lines.map(line => line + eol).join(''),
  };
}

function linesFor(
  edited: Edited,
  missing: SwitchPath,
  scalar: string,
  indent: string,
): string[] {
  const step = ' '.repeat(indentStep(edited));
  return missing.map((key, index) => {
    const value = index === missing.length - 1 ? ` ${scalar}` : '';
    return `${indent}${step.repeat(index)}${keyText(key)}:${value}`;
  });
}

/** Columns by which the first nested mapping of the file is indented. */
function indentStep({ document, text }: Edited): number {
  const items = isMap(document?.contents) ? document.contents.items : [];
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

/** Of the first of these nodes that stands anywhere. */
function lineOf(edited: Edited, ...nodes: unknown[]): number {
  for (const node of nodes) {
    if (isNode(node) && node.range) {
      return edited.line(node.range[0]);
    }
  }
  return 1;
}
