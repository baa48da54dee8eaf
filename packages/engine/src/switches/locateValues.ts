import { Composer, Document, Lexer, LineCounter, Parser } from 'yaml';
import { DEEPEST } from '../yaml/loadYaml';
import { YamlError } from '../yaml/YamlError';
import { indentFlow } from './indentFlow';

/** The nodes of a YAML text, which know where they stand in it. What they mean is `loadYaml`'s to say. */
export interface LocatedValues {
  document: Document.Parsed | undefined;
  /** Line of an offset, counted from 1. */
  line(offset: number): number;
}

/**
 * Finds where the values of a text stand, of the first document.
 *
 * @throws YamlError where they cannot be found, although the text may be valid
 */
export function locateValues(text: string): LocatedValues {
  let located = compose(text);
  if (located.document?.errors.length) {
    located = compose(indentFlow(text));
  }
  const [error] = located.document?.errors ?? [];
  if (error) {
    const line = located.line(error.pos[0]);
    throw new YamlError(file => ({
      id: 'cannotLocate',
      parameters: { file, line, code: error.code },
    }));
  }
  return located;
}

/** As `parseDocument` of `yaml` does, but never deeper than the stack is. */
function compose(text: string): LocatedValues {
  const lines = new LineCounter();
  const composer = new Composer({
    version: '1.1',
    // Quadratic. The edit looks for duplicates where they matter.
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [document] = composer.compose(tokens(text, lines), true, text.length);
  return { document, line: offset => lines.linePos(offset).line };
}

function* tokens(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // A level takes up to two places of the stack.
    if (parser.stack.length > DEEPEST * 2) {
      throw new YamlError(file => ({
        id: 'nestedTooDeep',
        parameters: { file, levels: DEEPEST },
      }));
    }
  }
  yield* parser.end();
}
