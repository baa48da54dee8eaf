import { PatchRow } from './patchRows';

/** Unchanged lines around what differs, as in the diffs that the backend sends. */
const CONTEXT = 3;

/**
 * The rows of a diff of all lines, without those of unchanged lines that a diff leaves out: but for those that somebody has
 * asked for.
 *
 * @param open - the lines that gaps of the shorter diff begin at, see {@link PatchRow}
 */
export function foldRows(
  rows: readonly PatchRow[],
  open: ReadonlySet<number>,
): PatchRow[] {
  const folded: PatchRow[] = [];
  let start = 0;
  while (start < rows.length) {
    let end = start;
    while (rows[end]?.kind === 'same') {
      end++;
    }
    const first = start === 0 ? start : start + CONTEXT;
    const last = end === rows.length ? end : end - CONTEXT;
    const hidden = rows[first];
    if (
      first < last &&
      hidden.kind === 'same' &&
      !open.has(hidden.after.number)
    ) {
      folded.push(
        ...rows.slice(start, first),
        { kind: 'gap', line: hidden.after.number, count: last - first },
        ...rows.slice(last, end),
      );
    } else {
      folded.push(...rows.slice(start, end));
    }
    // What ends a run of unchanged lines.
    folded.push(...rows.slice(end, end + 1));
    start = end + 1;
  }
  return folded;
}
