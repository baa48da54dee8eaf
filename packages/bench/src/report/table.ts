/** The longest line of a cell, in characters. */
const WIDEST = 60;
const GAP = '  ';

/** A table for a terminal; long cells have several lines. */
export function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map(row => row.map(wrap));
  const widths = head.map((_, column) =>
    Math.max(...cells.flatMap(row => row[column].map(({ length }) => length))),
  );
  const [headLines, ...bodyLines] = cells.map(row => lines(row, widths));
  const rule = widths.map(width => '-'.repeat(width)).join(GAP);
  return [...headLines, rule, ...bodyLines.flat()].join('\n');
}

function lines(row: string[][], widths: number[]): string[] {
  const height = Math.max(...row.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    row
      .map((cell, column) => (cell.at(index) ?? '').padEnd(widths[column]))
      .join(GAP)
      .trimEnd(),
  );
}

function wrap(text: string): string[] {
  const wrapped: string[] = [''];
  for (const word of text.split(' ')) {
    const line = wrapped[wrapped.length - 1];
    if (line === '') {
      wrapped[wrapped.length - 1] = word;
    } else if (line.length + 1 + word.length <= WIDEST) {
      wrapped[wrapped.length - 1] = `${line} ${word}`;
    } else {
      wrapped.push(word);
    }
  }
  return wrapped;
}
