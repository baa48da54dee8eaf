import { YamlLine } from '../../../Yaml/YamlLine';
import { YamlTexts } from '../../../Yaml/yamlTokens';
import { changedSpan } from './changedSpan';

/**
 * What stands side by side.
 *
 * - `gap`: so many lines that are the same are left out, from `line` of the second document on
 * - `note`: about the line before, such as that no newline follows it
 */
export type PatchRow =
  | { kind: 'same'; before: YamlLine; after: YamlLine }
  | { kind: 'change'; before?: YamlLine; after?: YamlLine }
  | { kind: 'gap'; line: number; count: number }
  | { kind: 'note'; text: string };

/** The same with one line a row. */
export type UnifiedRow =
  | Exclude<PatchRow, { kind: 'change' }>
  | { kind: 'removed'; before: YamlLine }
  | { kind: 'added'; after: YamlLine };

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * The rows of a unified diff. Only what stands before the first hunk is taken for file names: a removed line may well
 * begin with `--`.
 *
 * @param linesAfter - unchanged lines after its last one
 */
export function patchRows(patch: string, linesAfter = 0): PatchRow[] {
  const rows: PatchRow[] = [];
  const next = { before: 1, after: 1 };
  let texts = { before: new YamlTexts(), after: new YamlTexts() };
  const read = (side: 'before' | 'after', text: string): YamlLine => ({
    number: next[side]++,
    text,
    ...(texts[side].next(text) && { inText: true }),
  });
  let removed: YamlLine[] = [];
  let added: YamlLine[] = [];
  const endBlock = () => {
    rows.push(...pairs(removed, added));
    removed = [];
    added = [];
  };
  const lines = patch.replace(/\n$/, '').split('\n');
  const start = lines.findIndex(line => HUNK.test(line));
  for (const line of start === -1 ? [] : lines.slice(start)) {
    const text = line.slice(1);
    switch (line[0]) {
      case '-':
        removed.push(read('before', text));
        break;
      case '+':
        added.push(read('after', text));
        break;
      case '@': {
        endBlock();
        const [, ...numbers] = HUNK.exec(line) ?? [];
        const before = firstLine(numbers[0], numbers[1]);
        const after = firstLine(numbers[2], numbers[3]);
        if (before > next.before) {
          rows.push({
            kind: 'gap',
            line: next.after,
            count: before - next.before,
          });
        }
        Object.assign(next, { before, after });
        texts = { before: new YamlTexts(), after: new YamlTexts() };
        break;
      }
      case '\\':
        endBlock();
        rows.push({ kind: 'note', text: text.trim() });
        break;
      default:
        endBlock();
        rows.push({
          kind: 'same',
          before: read('before', text),
          after: read('after', text),
        });
    }
  }
  endBlock();
  return linesAfter > 0
    ? [...rows, { kind: 'gap', line: next.after, count: linesAfter }]
    : rows;
}

/** Of a side of a hunk. One without lines names the line that they would come after. */
function firstLine(start: string, count = '1'): number {
  return Number(start) + Number(count === '0');
}

/** What was removed, beside what came in its place. */
function pairs(removed: YamlLine[], added: YamlLine[]): PatchRow[] {
  return Array.from(
    { length: Math.max(removed.length, added.length) },
    (_, index) => {
      const [before, after] = [removed[index], added[index]];
      const spans = before && after && changedSpan(before.text, after.text);
      return {
        kind: 'change',
        before: before && { ...before, changed: spans?.before },
        after: after && { ...after, changed: spans?.after },
      };
    },
  );
}

/** One line a row: of what changes together, first all that is removed. */
export function unifiedRows(rows: PatchRow[]): UnifiedRow[] {
  const unified: UnifiedRow[] = [];
  let added: UnifiedRow[] = [];
  for (const row of rows) {
    if (row.kind === 'change') {
      if (row.before) {
        unified.push({ kind: 'removed', before: row.before });
      }
      if (row.after) {
        added.push({ kind: 'added', after: row.after });
      }
    } else {
      unified.push(...added, row);
      added = [];
    }
  }
  return [...unified, ...added];
}
