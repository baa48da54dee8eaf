/** Whether a pattern matches; `undefined` where it is no valid pattern. */
export type GlobMatch = boolean | undefined;

type Term =
  | { kind: 'text'; characters: string[] }
  /** `*`, and `**` which matches separators too. */
  | { kind: 'any'; crossing: boolean }
  | { kind: 'single' }
  | { kind: 'class'; matches: (character: string) => boolean }
  | { kind: 'alternatives'; alternatives: Term[][] };

class GlobParser {
  private at = 0;
  private valid = true;

  constructor(private readonly pattern: string[]) {}

  parse(): Term[] | undefined {
    const terms = this.sequence(false);
    return this.valid ? terms : undefined;
  }

  /** Up to the end, or within `{}` up to a comma or brace. */
  private sequence(inBraces: boolean): Term[] {
    const terms: Term[] = [];
    while (this.valid && this.at < this.pattern.length) {
      const character = this.pattern[this.at];
      if (inBraces && (character === ',' || character === '}')) {
        return terms;
      }
      this.at++;
      switch (character) {
        case '*': {
          const crossing = this.pattern[this.at] === '*';
          this.at += crossing ? 1 : 0;
          terms.push({ kind: 'any', crossing });
          break;
        }
        case '?':
          terms.push({ kind: 'single' });
          break;
        case '[':
          terms.push(this.class());
          break;
        case '{':
          terms.push(this.alternatives());
          break;
        case '\\':
          terms.push({ kind: 'text', characters: [this.escaped()] });
          break;
        default:
          terms.push({ kind: 'text', characters: [character] });
      }
    }
    this.valid &&= !inBraces;
    return terms;
  }

  private alternatives(): Term {
    const alternatives: Term[][] = [];
    let more = true;
    while (more && this.valid) {
      alternatives.push(this.sequence(true));
      more = this.pattern[this.at] === ',';
      this.at++;
    }
    return { kind: 'alternatives', alternatives };
  }

  /** A range of which both ends are said, or a list of characters; a `-` is special after the first only. */
  private class(): Term {
    const negated = this.pattern[this.at] === '!';
    this.at += negated ? 1 : 0;
    if (this.pattern[this.at + 1] === '-') {
      const low = this.pattern[this.at];
      const high = this.pattern[this.at + 2];
      this.valid &&=
        high !== undefined && low <= high && this.pattern[this.at + 3] === ']';
      this.at += 4;
      return {
        kind: 'class',
        matches: character =>
          (low <= character && character <= high) !== negated,
      };
    }
    const listed = new Set<string>();
    while (this.at < this.pattern.length && this.pattern[this.at] !== ']') {
      const character = this.pattern[this.at++];
      listed.add(character === '\\' ? this.escaped() : character);
    }
    this.valid &&= this.pattern[this.at] === ']' && listed.size > 0;
    this.at++;
    return {
      kind: 'class',
      matches: character => listed.has(character) !== negated,
    };
  }

  private escaped(): string {
    const character = this.pattern[this.at++];
    this.valid &&= character !== undefined;
    return character;
  }
}

interface Text {
  characters: string[];
  separator: string | undefined;
}

/** Where a match that begins at one of the positions may end. */
function advance(
  terms: Term[],
  positions: ReadonlySet<number>,
  text: Text,
): ReadonlySet<number> {
  return terms.reduce(
    (from, term) => (from.size === 0 ? from : advanceOne(term, from, text)),
    positions,
  );
}

function advanceOne(
  term: Term,
  positions: ReadonlySet<number>,
  text: Text,
): ReadonlySet<number> {
  const { characters, separator } = text;
  const reached = new Set<number>();
  switch (term.kind) {
    case 'text':
      for (const at of positions) {
        if (
          term.characters.every(
            (each, index) => each === characters[at + index],
          )
        ) {
          reached.add(at + term.characters.length);
        }
      }
      return reached;
    case 'any':
      for (const start of positions) {
        let at = start;
        // What lies beyond a position that was reached before has been reached as well.
        while (!reached.has(at)) {
          reached.add(at);
          if (
            at === characters.length ||
            (!term.crossing && characters[at] === separator)
          ) {
            break;
          }
          at++;
        }
      }
      return reached;
    case 'single':
    case 'class':
      for (const at of positions) {
        const character = characters[at];
        if (
          character !== undefined &&
          (term.kind === 'class'
            ? term.matches(character)
            : character !== separator)
        ) {
          reached.add(at + 1);
        }
      }
      return reached;
    case 'alternatives':
      for (const alternative of term.alternatives) {
        for (const at of advance(alternative, positions, text)) {
          reached.add(at);
        }
      }
      return reached;
    default:
      return term satisfies never;
  }
}

/**
 * Matches as the globs of Argo CD do (github.com/gobwas/glob v1.0.0): `*`, `**`, `?`, `[a-c]`, `[!abc]`, `{a,b}` and
 * `\`. It follows all positions at once, so that no pattern takes long.
 */
export function matchGlob(
  pattern: string,
  text: string,
  separator?: string,
): GlobMatch {
  const terms = new GlobParser(Array.from(pattern)).parse();
  if (!terms) {
    return undefined;
  }
  const characters = Array.from(text);
  return advance(terms, new Set([0]), { characters, separator }).has(
    characters.length,
  );
}

/** Whether a pattern, in which only `*` is special, matches a text. */
export function matchStars(pattern: string, text: string): boolean {
  const [first, ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) {
    return first === text;
  }
  if (
    !text.startsWith(first) ||
    !text.endsWith(last) ||
    text.length < first.length + last.length
  ) {
    return false;
  }
  let at = first.length;
  const end = text.length - last.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    at = found + part.length;
  }
  return true;
}
