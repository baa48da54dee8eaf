/** Whether a pattern matches; `undefined` where it is no valid pattern, or nobody can tell in the time there is. */
export type GlobMatch = boolean | undefined;

/** Characters of a pattern. Argo CD takes any number: of a longer one nobody can tell what it matches. */
export const LONGEST_PATTERN = 2_000;

/** Places of texts that are looked at for one question, whatever the number of patterns and texts: some 10 ms. */
const MOST_WORK = 500_000;

/**
 * What may be spent on one question. Patterns and texts are written by whoever may write an AppProject, an Application
 * or a repository, so that even a time that only grows with their sizes is too much without a bound.
 */
export class GlobWork {
  /** @param left - places of texts; default 500,000 */
  static create(left = MOST_WORK): GlobWork {
    return new GlobWork(left);
  }

  private constructor(private left: number) {}

  /** Whether there is so much left, which is then spent. */
  spend(amount: number): boolean {
    this.left -= amount;
    return !this.isSpent;
  }

  get isSpent(): boolean {
    return this.left < 0;
  }
}

/** A part of a pattern. */
export type GlobTerm =
  | { kind: 'text'; character: string }
  /** `*`, and `**` which matches separators too. */
  | { kind: 'any'; crossing: boolean }
  | { kind: 'single' }
  | { kind: 'class'; matches: (character: string) => boolean }
  | { kind: 'alternatives'; alternatives: GlobTerm[][] };

class GlobParser {
  private at = 0;
  private valid = true;

  constructor(private readonly pattern: string[]) {}

  parse(): GlobTerm[] | undefined {
    const terms = this.sequence(false);
    return this.valid ? terms : undefined;
  }

  /** Up to the end, or within `{}` up to a comma or brace. */
  private sequence(inBraces: boolean): GlobTerm[] {
    const terms: GlobTerm[] = [];
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
          terms.push({ kind: 'text', character: this.escaped() });
          break;
        default:
          terms.push({ kind: 'text', character });
      }
    }
    this.valid &&= !inBraces;
    return terms;
  }

  private alternatives(): GlobTerm {
    const alternatives: GlobTerm[][] = [];
    let more = true;
    while (more && this.valid) {
      alternatives.push(this.sequence(true));
      more = this.pattern[this.at] === ',';
      this.at++;
    }
    return { kind: 'alternatives', alternatives };
  }

  /** A range of which both ends are said, or a list of characters; a `-` is special after the first only. */
  private class(): GlobTerm {
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

/** One text that is matched. */
class Matching {
  exhausted = false;

  constructor(
    private readonly characters: string[],
    private readonly separator: string | undefined,
    private readonly work: GlobWork,
  ) {}

  get length(): number {
    return this.characters.length;
  }

  /** Where a match that begins at one of the positions may end. */
  advance(
    terms: GlobTerm[],
    positions: ReadonlySet<number>,
  ): ReadonlySet<number> {
    let reached = positions;
    for (const term of terms) {
      if (reached.size === 0 || this.exhausted) {
        return reached;
      }
      const { size } = reached;
      reached = this.advanceOne(term, reached);
      this.exhausted ||= !this.work.spend(1 + size + reached.size);
    }
    return reached;
  }

  private advanceOne(
    term: GlobTerm,
    positions: ReadonlySet<number>,
  ): ReadonlySet<number> {
    const { characters, separator } = this;
    const reached = new Set<number>();
    switch (term.kind) {
      case 'text':
        for (const at of positions) {
          if (term.character === characters[at]) {
            reached.add(at + 1);
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
          for (const at of this.advance(alternative, positions)) {
            reached.add(at);
          }
        }
        return reached;
      default:
        return term satisfies never;
    }
  }
}

/**
 * A pattern as the globs of Argo CD are (github.com/gobwas/glob v1.0.0, as in the go.mod of argo-cd v3.6.1): `*`, `**`,
 * `?`, `[a-c]`, `[!abc]`, `{a,b}` and `\`. By hand, because the libraries of JavaScript read other languages (minimatch and
 * picomatch that of shells, with dot files, `!(a)` and sequences), and because these patterns decide about access: they
 * make regular expressions, which a pattern can make backtrack for ever. This follows all positions at once.
 */
export class Glob {
  /** @returns `undefined` where it is no valid pattern, or longer than any that is read */
  static compile(pattern: string, separator?: string): Glob | undefined {
    const terms =
      pattern.length > LONGEST_PATTERN
        ? undefined
        : new GlobParser(Array.from(pattern)).parse();
    return terms && new Glob(terms, separator);
  }

  /** The same of what was read of a pattern that is written otherwise. */
  static of(terms: GlobTerm[]): Glob {
    return new Glob(terms, undefined);
  }

  /** Of a pattern in which nothing is special. */
  private readonly literal: string | undefined;

  private constructor(
    private readonly terms: GlobTerm[],
    private readonly separator: string | undefined,
  ) {
    const characters = terms.map(term =>
      term.kind === 'text' ? term.character : undefined,
    );
    this.literal = characters.includes(undefined)
      ? undefined
      : characters.join('');
  }

  /** @returns `undefined` where there is not enough work left to tell */
  matches(text: string, work: GlobWork): GlobMatch {
    if (!work.spend(this.literal === undefined ? 1 + text.length : 1)) {
      return undefined;
    }
    if (this.literal !== undefined) {
      return this.literal === text;
    }
    const matching = new Matching(Array.from(text), this.separator, work);
    const ends = matching.advance(this.terms, new Set([0]));
    return matching.exhausted ? undefined : ends.has(matching.length);
  }
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
