/** One `{{ ... }}` of a Go template. */
export interface TemplateAction {
  /** Offset of its first brace. */
  start: number;
  /** Offset behind its last brace. */
  end: number;
  /** What stands in it, without trim markers and white space around. */
  code: string;
  /** Whether it takes away the white space after it (`-}}`). */
  trimsAfter: boolean;
}

/** Why a template cannot be read, and where. */
export class TemplateSyntaxError extends Error {
  constructor(readonly offset: number) {
    super('An action of the template has no end');
  }
}

/** Blocks that are in too many others, and where. */
export class TemplateDepthError extends Error {
  constructor(readonly offset: number) {
    super('The template has more than 100 blocks in one another');
  }
}

const COMMENT = /^\{\{(?:-\s)?\s*\/\*/;

/**
 * The actions of a template, as Go's `text/template/parse` delimits them.
 *
 * @throws {@link TemplateSyntaxError}
 */
export function readActions(text: string): TemplateAction[] {
  const actions: TemplateAction[] = [];
  let start = text.indexOf('{{');
  while (start !== -1) {
    const end = endOf(text, start);
    const inner = text.slice(start + 2, end - 2);
    const trimsAfter = /\s-$/.test(inner);
    actions.push({
      start,
      end,
      code: inner
        .replace(/^-(?=\s)/, '')
        .replace(/\s-$/, '')
        .trim(),
      trimsAfter,
    });
    start = text.indexOf('{{', end);
  }
  return actions;
}

function endOf(text: string, start: number): number {
  if (COMMENT.test(text.slice(start, start + 100))) {
    const close = text.indexOf('*/', start);
    const end = close === -1 ? -1 : text.indexOf('}}', close);
    return found(end, start) + 2;
  }
  let offset = start + 2;
  while (offset < text.length) {
    const character = text[offset];
    if (text.startsWith('}}', offset)) {
      return offset + 2;
    }
    offset =
      character === '"' || character === '`' || character === "'"
        ? endOfQuoted(text, offset, start)
        : offset + 1;
  }
  throw new TemplateSyntaxError(start);
}

function endOfQuoted(text: string, open: number, start: number): number {
  const quote = text[open];
  let offset = open + 1;
  while (offset < text.length && text[offset] !== quote) {
    offset += text[offset] === '\\' && quote !== '`' ? 2 : 1;
  }
  return found(offset < text.length ? offset : -1, start) + 1;
}

function found(offset: number, start: number): number {
  if (offset === -1) {
    throw new TemplateSyntaxError(start);
  }
  return offset;
}
