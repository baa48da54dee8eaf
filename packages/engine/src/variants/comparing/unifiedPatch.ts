import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

/** Lines that may differ before it is shown as one text instead of another: finding the fewest takes too long. */
const MOST_EDITS = 500;
const MOST_MILLISECONDS = 100;

const CONTEXT = 3;

export interface PatchSide {
  /** Absent for what is not there. */
  title?: string;
  text: string;
}

export interface UnifiedPatch {
  patch: string;
  /** Unchanged lines after the last one that it has. */
  linesAfter: number;
}

/**
 * A unified diff of two texts.
 *
 * @param options.context - unchanged lines around what differs. Default: 3
 */
export function unifiedPatch(
  before: PatchSide,
  after: PatchSide,
  { context = CONTEXT }: { context?: number } = {},
): UnifiedPatch {
  const header = [
    `--- ${before.title ? `a/${before.title}` : '/dev/null'}`,
    `+++ ${after.title ? `b/${after.title}` : '/dev/null'}`,
    '',
  ].join('\n');
  const found =
    before.text === '' || after.text === ''
      ? undefined
      : structuredPatch('a', 'b', before.text, after.text, '', '', {
          context,
          maxEditLength: MOST_EDITS,
          timeout: MOST_MILLISECONDS,
        });
  if (!found) {
    return {
      patch: `${header}${wholePatch(before.text, after.text)}`,
      linesAfter: 0,
    };
  }
  const last = found.hunks.at(-1);
  const shownTo = last ? last.newStart + last.newLines - 1 : 0;
  return {
    linesAfter: linesOf(after.text).length - shownTo,
    patch: last ? `${header}${formatPatch(found, OMIT_HEADERS)}` : header,
  };
}

/** All lines of the one go, all of the other come. Texts end with a line's end. */
function wholePatch(before: string, after: string): string {
  const [old, current] = [linesOf(before), linesOf(after)];
  const range = (lines: string[]) =>
    lines.length === 0 ? '0,0' : `1,${lines.length}`;
  return [
    `@@ -${range(old)} +${range(current)} @@`,
    ...old.map(line => `-${line}`),
    ...current.map(line => `+${line}`),
    '',
  ].join('\n');
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
