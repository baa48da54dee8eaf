import { readActions, TemplateAction } from './readActions';
import { readBlocks, TemplateBlock } from './readBlocks';

/** Lines of a template; both count from 0, `end` is behind the last one. */
export interface LineRange {
  start: number;
  end: number;
}

/** What a line is to who reads a template by its lines. */
type LineKind =
  /** YAML, with actions within it or without. */
  | 'yaml'
  /** Begins with an action, or is within one. */
  | 'action'
  /** Nothing, or a comment of YAML or of the template. */
  | 'blank';

const endsBehind =
  (offset: number) =>
  ({ end }: TemplateAction) =>
    end > offset;

/** A template, read by its lines: what it renders to is YAML only then. */
export class TemplateFile {
  /**
   * @throws TemplateSyntaxError
   * @throws TemplateDepthError
   */
  static read(path: string, text: string): TemplateFile {
    const actions = readActions(text);
    return new TemplateFile(path, text, actions, readBlocks(actions));
  }

  /** With their line ends. */
  readonly lines: readonly string[];
  /** What ends a line here. */
  readonly lineEnd: string;
  private readonly starts: number[] = [];

  private constructor(
    readonly path: string,
    readonly text: string,
    readonly actions: readonly TemplateAction[],
    readonly blocks: readonly TemplateBlock[],
  ) {
    this.lines = text.split(/(?<=\n)/);
    this.lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
    let offset = 0;
    for (const line of this.lines) {
      this.starts.push(offset);
      offset += line.length;
    }
  }

  /** A line without its end. */
  line(index: number): string {
    return (this.lines[index] ?? '').replace(/\r?\n$/, '');
  }

  /** Where a line begins, and where it ends without its line end. */
  offsetsOf(index: number): { start: number; end: number } {
    const start = this.starts[index];
    return { start, end: start + this.line(index).length };
  }

  lineOf(offset: number): number {
    return firstOf(this.starts, start => start > offset) - 1;
  }

  kindOf(index: number): LineKind {
    const start = this.starts[index];
    const text = this.line(index).trim();
    const within = this.actionAt(start);
    if (within || text.startsWith('{{')) {
      const first = within ?? this.actionsOf(index)[0];
      const end = start + this.line(index).trimEnd().length;
      return first.code.startsWith('/*') && end <= first.end
        ? 'blank'
        : 'action';
    }
    return text === '' || text.startsWith('#') ? 'blank' : 'yaml';
  }

  /** Spaces before what stands in a line. */
  indentOf(index: number): number {
    return /^ */.exec(this.lines[index])![0].length;
  }

  /** The blocks that the beginning of a line is in, outermost first. */
  blocksAt(index: number): TemplateBlock[] {
    return this.blocksAround(this.starts[index] ?? this.text.length);
  }

  /** The blocks that an offset is in, outermost first. */
  blocksAround(offset: number): TemplateBlock[] {
    const blocks: TemplateBlock[] = [];
    // The last one that opens before is in all that the offset is in, or behind these.
    let block: TemplateBlock | undefined =
      this.blocks[firstOf(this.blocks, ({ open }) => open.end > offset) - 1];
    for (; block; block = block.within) {
      if (offset < block.end.end) {
        blocks.unshift(block);
      }
    }
    return blocks;
  }

  /** The action that an offset is within. */
  actionAt(offset: number): TemplateAction | undefined {
    const action = this.actions[firstOf(this.actions, endsBehind(offset))];
    return action?.start < offset ? action : undefined;
  }

  /** The actions that begin in a line. */
  actionsOf(index: number): TemplateAction[] {
    const from = this.starts[index];
    const to = from + this.lines[index].length;
    const actions: TemplateAction[] = [];
    for (
      let at = firstOf(this.actions, endsBehind(from));
      this.actions[at]?.start < to;
      at += 1
    ) {
      if (this.actions[at].start >= from) {
        actions.push(this.actions[at]);
      }
    }
    return actions;
  }

  /** Lines between `---`, which stand at the beginning of a line. */
  documents(): LineRange[] {
    const ends = this.lines.flatMap((line, index) =>
      /^---(?:\s|$)/.test(line) ? [index] : [],
    );
    return [-1, ...ends]
      .map((start, index) => ({
        start: start + 1,
        end: ends[index] ?? this.lines.length,
      }))
      .filter(({ end, start }) => start < end);
  }
}

/** The index of the first item for which something is so, as it is for all behind it: files have ten thousands of lines. */
function firstOf<Item>(
  items: readonly Item[],
  isSo: (item: Item) => boolean,
): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(items[middle])) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}
