import { createTwoFilesPatch } from 'diff';

/** Lines that may differ before it is shown as one text instead of another: finding the fewest takes too long. */
const MOST_EDITS = 500;
const MOST_MILLISECONDS = 100;

const CONTEXT = 3;

export interface PatchSide {
  /** Absent for what is not there. */
  title?: string;
  text: string;
}

/** A unified diff of two texts. */
export function unifiedPatch(before: PatchSide, after: PatchSide): string {
  const header = [
    `--- ${before.title ? `a/${before.title}` : '/dev/null'}`,
    `+++ ${after.title ? `b/${after.title}` : '/dev/null'}`,
    '',
  ].join('\n');
  if (before.text === '' || after.text === '') {
    return `${header}${wholePatch(before.text, after.text)}`;
  }
  const patch = createTwoFilesPatch('a', 'b', before.text, after.text, '', '', {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
    timeout: MOST_MILLISECONDS,
  });
  return `${header}${
    patch === undefined
      ? wholePatch(before.text, after.text)
      : patch.replace(/^(?:=+\n)?---[^\n]*\n\+\+\+[^\n]*\n/, '')
  }`;
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
