import { TemplateFile } from './TemplateFile';

/** What a line that begins with an action writes. */
export interface Output {
  /** Spaces before it; `undefined` where this cannot be known. */
  column: number | undefined;
  /** Whether it goes on where the line before it ends. */
  continues: boolean;
}

const WRITES_NOTHING =
  /^(?:$|\/\*|(?:if|with|range|else|end|define|block|break|continue|fail)\b|\$\w*(?:\s*,\s*\$\w+)?\s*:?=)/;
const OUTPUT = '\0';

/** What a line writes that begins with an action; `undefined` where that is nothing. */
export function outputOf(
  file: TemplateFile,
  index: number,
): Output | undefined {
  if (file.kindOf(index) !== 'action') {
    return undefined;
  }
  const { text, writers } = withoutControl(file, index);
  const column = text.search(/\S/);
  if (column === -1) {
    return undefined;
  }
  const [writer] = writers;
  if (text[column] !== OUTPUT || !writer) {
    return { column, continues: false };
  }
  const code = writer.code;
  const placed = /\|\s*nindent\s+(\d+)$/.exec(code);
  if (placed) {
    return { column: Number(placed[1]), continues: false };
  }
  const places = [...code.matchAll(/\b(n?)indent\b(?:\s+(\d+))?/g)];
  if (places.some(([, , spaces]) => spaces === undefined)) {
    return { column: undefined, continues: false };
  }
  const least = Math.min(...places.map(([, , spaces]) => Number(spaces)));
  if (places.some(([, newLine]) => newLine)) {
    return { column: least, continues: false };
  }
  const continues = file.text.startsWith('{{-', writer.start);
  // Trimmed before that, each line is indented; behind it, the first is no more.
  return places.length > 0 && !/\bindent\b[^]*\btrim/.test(code)
    ? { column: least, continues: continues || column > 0 }
    : { column, continues };
}

/** A line with what its actions do not write taken out, and a mark for each that writes something. */
function withoutControl(file: TemplateFile, index: number) {
  const { end, start } = file.offsetsOf(index);
  let from = Math.min(file.actionAt(start)?.end ?? start, end);
  let text = '';
  const actions = file.actionsOf(index);
  for (const action of actions) {
    text += file.text.slice(from, action.start);
    text += WRITES_NOTHING.test(action.code) ? '' : OUTPUT;
    from = Math.min(action.end, end);
  }
  return {
    text: text + file.text.slice(from, end),
    writers: actions.filter(({ code }) => !WRITES_NOTHING.test(code)),
  };
}
