import { foldRows } from './foldRows';
import { PatchRow, patchRows } from './patchRows';

/** A diff with all lines, of which some have changed. */
const whole = (lines: number, changed: number[]) =>
  patchRows(
    [
      `@@ -1,${lines} +1,${lines} @@`,
      ...Array.from({ length: lines }, (_, index) => index + 1).flatMap(line =>
        changed.includes(line) ? [`-${line}`, `+new ${line}`] : [` ${line}`],
      ),
      '',
    ].join('\n'),
  );

const seen = (rows: PatchRow[]) =>
  rows.map(row => {
    switch (row.kind) {
      case 'gap':
        return `gap ${row.line}+${row.count}`;
      case 'note':
        return row.text;
      default:
        return row.after?.number;
    }
  });

describe('foldRows', () => {
  it('leaves out what the shorter diff does', () => {
    const closed = new Set<number>();
    expect(seen(foldRows(whole(30, [10, 21]), closed))).toEqual([
      'gap 1+6',
      ...[7, 8, 9, 10, 11, 12, 13],
      'gap 14+4',
      ...[18, 19, 20, 21, 22, 23, 24],
      'gap 25+6',
    ]);
    expect(seen(foldRows(whole(8, [1, 8]), closed))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(seen(foldRows(whole(9, [1, 9]), closed))).toEqual([
      1,
      2,
      3,
      4,
      'gap 5+1',
      6,
      7,
      8,
      9,
    ]);
  });

  it('has the gaps that were opened, and no other', () => {
    const rows = whole(30, [10, 21]);
    expect(seen(foldRows(rows, new Set([14])))).toEqual([
      'gap 1+6',
      ...Array.from({ length: 18 }, (_, index) => index + 7),
      'gap 25+6',
    ]);
    expect(foldRows(rows, new Set([1, 14, 25]))).toEqual(rows);
  });

  it('folds what is the same from its first line to its last', () => {
    expect(seen(foldRows(whole(5, []), new Set()))).toEqual(['gap 1+5']);
    expect(foldRows([], new Set())).toEqual([]);
  });
});
