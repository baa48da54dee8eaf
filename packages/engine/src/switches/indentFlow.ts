import { Lexer } from 'yaml';

/** Lexemes of `yaml` that stand for no text: begin of a document, end of a flow collection by mistake, begin of a scalar. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const SCALAR = '\u001f';

/** Characters that are looked at in all: a text is looked at again for each line that is joined. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/**
 * Go reads a flow collection whose lines stand at the indentation of its parent, `yaml` does not:
 *
 *     key: [a,
 *     b]
 *
 * The text with such line ends, and comments before them, as spaces, so that all stands where it stood.
 */
export function indentFlow(text: string): string {
  let joined = text;
  for (let looked = 0; looked < MOST_CHARACTERS; looked += joined.length) {
    const end = unfinishedFlow(joined);
    if (end === undefined) {
      return joined;
    }
    joined =
      joined.slice(0, end.from) +
      ' '.repeat(end.to - end.from) +
      joined.slice(end.to);
  }
  return joined;
}

/** The line end at which a flow collection seems to end, with the comment before it. */
function unfinishedFlow(
  text: string,
): { from: number; to: number } | undefined {
  let offset = 0;
  let gap = 0;
  for (const lexeme of new Lexer().lex(text)) {
    switch (lexeme) {
      case FLOW_END:
        return { from: gap, to: offset };
      case DOCUMENT:
      case SCALAR:
        break;
      default:
        // What follows the last thing that is no space and no comment.
        if (!/^[\s#]/.test(lexeme)) {
          gap = offset + lexeme.length;
        }
        offset += lexeme.length;
    }
  }
  return undefined;
}
