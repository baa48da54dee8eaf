import { InputError } from '@backstage/errors';
import { Document, Lexer, LineCounter, parseDocument, Parser } from 'yaml';

const MOST_CHARACTERS = 1024 * 1024;
const MOST_DEPTH = 64;
const MOST_KEYS = 20_000;
const MOST_ALIASES = 100;

const BYTE_ORDER_MARK = '\ufeff';

/** A values file, parsed so that every node knows where it stands in the text. */
export interface ValuesDocument {
  /** Without the byte order mark. */
  text: string;
  /** The byte order mark, where there is one. */
  mark: string;
  document: Document.Parsed;
  /** What helm sees, anchors and merge keys resolved. */
  values: unknown;
  /** Line of an offset, counted from 1. */
  line(offset: number): number;
}

/**
 * Parses a values file with the rules of YAML 1.1, by which Helm reads it (`yes` is true there).
 *
 * @throws InputError that says where, for what is no YAML mapping, holds several documents, is encrypted or is larger
 * or deeper than values are
 */
export function parseValues(content: string, file: string): ValuesDocument {
  const mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const text = content.slice(mark.length);
  checkSize(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.1',
    merge: true,
    // Quadratic. The edit looks for duplicates where they matter.
    uniqueKeys: false,
    keepSourceTokens: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new InputError(
      error.code === 'MULTIPLE_DOCS'
        ? `${file} holds several YAML documents, the second from line ${line} on; helm reads the first only`
        : `${file} is not valid YAML, line ${line}: ${error.message}`,
    );
  }
  const values = document.toJS({ maxAliasCount: MOST_ALIASES });
  if (
    values !== null &&
    (typeof values !== 'object' || Array.isArray(values))
  ) {
    throw new InputError(`${file} is not a mapping of values`);
  }
  return {
    text,
    mark,
    document,
    values,
    line: offset => lines.linePos(offset).line,
  };
}

/** Before anything recursive or quadratic sees it: the lexer and the parser's stack are neither. */
function checkSize(text: string, file: string): void {
  const refuse = (what: string) =>
    new InputError(
      `${file} ${what}, which is more than values files are read with`,
    );
  if (text.length > MOST_CHARACTERS) {
    throw refuse('is larger than 1 MiB');
  }
  const parser = new Parser();
  let keys = 0;
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === ':') {
      keys++;
    } else if (lexeme.startsWith('*')) {
      aliases++;
    }
    if (keys > MOST_KEYS) {
      throw refuse(`has more than ${MOST_KEYS} keys`);
    }
    if (aliases > MOST_ALIASES) {
      throw refuse(`has more than ${MOST_ALIASES} aliases`);
    }
    // A generator does nothing until it is drained.
    for (const _token of parser.next(lexeme));
    if (parser.stack.length > MOST_DEPTH * 2) {
      throw refuse(`is nested more than ${MOST_DEPTH} deep`);
    }
  }
}
