import { TemplateFile } from './TemplateFile';

/** A change of a file: before line `at` (from 0), some lines go and others come. */
export interface LineEdit {
  at: number;
  remove: number;
  /** Without line ends: they get those of the lines that they replace, or of the file. */
  insert: readonly string[];
}

/** The text after some edits that do not overlap; where two are at one line, the first comes first. */
export function applyLineEdits(
  { lineEnd, lines }: Pick<TemplateFile, 'lineEnd' | 'lines'>,
  edits: readonly LineEdit[],
): string {
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const text: string[] = [];
  let next = 0;
  for (const { at, insert, remove } of inOrder) {
    const ends = lines
      .slice(at, at + remove)
      .map(line => /\r?\n$/.exec(line)?.[0] ?? '');
    text.push(
      ...lines.slice(next, at),
      ...insert.map((line, index) => line + (ends[index] ?? lineEnd)),
    );
    next = Math.max(next, at) + remove;
  }
  text.push(...lines.slice(next));
  return withEnds(text, lineEnd);
}

/** What is behind a last line without end gets one. */
function withEnds(lines: string[], lineEnd: string): string {
  return lines
    .map((line, index) =>
      index < lines.length - 1 && line !== '' && !line.endsWith('\n')
        ? line + lineEnd
        : line,
    )
    .join('');
}
