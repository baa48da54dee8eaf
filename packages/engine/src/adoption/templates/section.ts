import { outputOf } from './outputOf';
import { LineRange, TemplateFile } from './TemplateFile';

/** A mapping of YAML in a template: the lines below its key. */
export interface Section extends LineRange {
  /** The line of its key. */
  key: number;
  /** Spaces before its own keys. */
  indent: number;
}

/**
 * The mapping below a key that stands in a line of its own, as far as it is in the same blocks as the key.
 *
 * @param within - lines to look in, such as those of a document
 * @param indent - spaces before the key
 * @returns `undefined` where there is none, or it is there more than once
 */
export function findSection(
  file: TemplateFile,
  key: string,
  { indent, within }: { within: LineRange; indent: number },
): Section | undefined {
  const [line, ...others] = keyLines(file, key, { indent, within });
  if (
    line === undefined ||
    others.length > 0 ||
    !/:\s*(?:#.*)?$/.test(file.line(line))
  ) {
    return undefined;
  }
  return sectionBelow(file, line, within.end);
}

/** The lines in which a key stands at an indentation. */
export function keyLines(
  file: TemplateFile,
  key: string,
  { indent, within }: { within: LineRange; indent: number },
): number[] {
  const pattern = new RegExp(
    `^ {${indent}}(["']?)${key}\\1\\s*:(?:\\s|\\{\\{|$)`,
  );
  return linesOf(within).filter(
    index =>
      file.kindOf(index) === 'yaml' && pattern.test(`${file.line(index)}`),
  );
}

/** The mapping below the key in a line; `undefined` where none is written there. */
export function sectionBelow(
  file: TemplateFile,
  key: number,
  limit: number,
): Section | undefined {
  const indent = file.indentOf(key);
  const depth = file.blocksAt(key).length;
  let end = key + 1;
  while (
    end < limit &&
    file.blocksAt(end + 1).length >= depth &&
    !(file.kindOf(end) === 'yaml' && file.indentOf(end) <= indent)
  ) {
    end += 1;
  }
  const first = linesOf({ start: key + 1, end }).find(
    index => file.kindOf(index) === 'yaml',
  );
  if (first === undefined) {
    return undefined;
  }
  // What opens here belongs to what comes behind, as do blank lines.
  while (
    end > first + 1 &&
    (file.blocksAt(end).length > depth || file.kindOf(end - 1) === 'blank')
  ) {
    end -= 1;
  }
  return { key, start: key + 1, end, indent: file.indentOf(first) };
}

/** The indices of lines. */
export function linesOf({ end, start }: LineRange): number[] {
  return Array.from(
    { length: Math.max(0, end - start) },
    (_, at) => start + at,
  );
}

/** A key below which something may be written: it has no value behind it, or one that is placed below it. */
const OPEN_KEY = /^[^:]*:\s*(?:&\S+\s*)?(?:[|>][-+\d]*\s*)?(?:#.*)?$/;
const PLACED_VALUE = /^[^:]*:\s*\{\{[^]*\bnindent\s+\d+/;

/**
 * Lines in which an action writes something into a mapping that is not below one of its keys, such as
 * `{{ include "labels" . | nindent 2 }}`: whether these are keys, and which, cannot be known from the text.
 */
export function computedKeys(file: TemplateFile, section: Section): number[] {
  const { indent } = section;
  const computed: number[] = [];
  let isBelowKey = false;
  for (const index of linesOf(section)) {
    const line = file.line(index);
    if (file.kindOf(index) === 'yaml' && file.indentOf(index) <= indent) {
      isBelowKey = OPEN_KEY.test(line) || PLACED_VALUE.test(line);
    }
    const output = outputOf(file, index);
    if (
      (output &&
        (!isBelowKey ||
          output.column === undefined ||
          output.column <= indent)) ||
      file.actionsOf(index).some(({ code }) => placeOf(code) <= indent)
    ) {
      computed.push(index);
    }
  }
  return computed;
}

/** To how many spaces an action indents what it writes, where it says so. */
function placeOf(code: string): number {
  return Number(/\|\s*nindent\s+(\d+)$/.exec(code)?.[1] ?? Infinity);
}
