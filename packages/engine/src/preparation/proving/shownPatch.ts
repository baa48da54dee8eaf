import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FileChange } from '../../adoption/adoptChart';
import { patchOf } from '../../adoption/patchOf';

/**
 * The change of a file as a unified diff. Of values files, only lines that are new are shown, to anybody: what stands around
 * them may be what a Secret holds.
 *
 * @param options.values - whether values may be shown. Otherwise only lines that change are
 */
export function shownPatch(
  change: FileChange,
  { values }: { values: boolean },
): string {
  const { after, before, path } = change;
  if (!/(?:^|\/)values\.ya?ml$/.test(path)) {
    return patchOf(change, { context: values ? 3 : 0 });
  }
  // A last line that is not ended would differ from the same line ended.
  const ended =
    before === undefined || before === '' || before.endsWith('\n')
      ? before
      : `${before}\n`;
  return withoutOldLines(
    patchOf({ after, before: ended, path }, { context: 0 }),
  );
}

/** A line that replaces another may hold what stood there. Only a line feed ends one: to `m` and `.`, others do, too. */
function withoutOldLines(patch: string): string {
  return patch
    .split(/(?<=\n)(?=@@ )/)
    .map((hunk, index) =>
      index > 0 && hunk.includes('\n-')
        ? hunk.replace(/(?<=\n[-+])[^\n]*/g, hiddenValue.alone)
        : hunk,
    )
    .join('');
}
