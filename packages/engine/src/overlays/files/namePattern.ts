import { Glob, GlobTerm } from '../../targets/access/patterns/glob';

/**
 * What a part of a pattern between two slashes matches, without its `{}`; as `doMatchWithSeparator` and
 * `doValidatePattern` of github.com/bmatcuk/doublestar v4.10.0 read it.
 *
 * @returns `undefined` where it is no valid pattern
 */
export function namePattern(segment: string): Glob | undefined {
  const characters = Array.from(segment);
  const terms: GlobTerm[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at++];
    switch (character) {
      case '*':
        // Several are as one where they are not all of the segment.
        while (characters[at] === '*') {
          at++;
        }
        terms.push({ kind: 'any', crossing: false });
        break;
      case '?':
        terms.push({ kind: 'single' });
        break;
      case '[': {
        const end = endOfClass(characters, at);
        if (end === undefined) {
          return undefined;
        }
        terms.push(characterClass(characters.slice(at, end)));
        at = end + 1;
        break;
      }
      case '\\':
        if (at === characters.length) {
          return undefined;
        }
        terms.push({ kind: 'text', character: characters[at++] });
        break;
      default:
        terms.push({ kind: 'text', character });
    }
  }
  return Glob.of(terms);
}

function isNegation(character: string | undefined): boolean {
  return character === '^' || character === '!';
}

/** Where the bracket is that closes a class; a class holds something. */
function endOfClass(characters: string[], start: number): number | undefined {
  const first = isNegation(characters[start]) ? start + 1 : start;
  for (let at = first; at < characters.length; at++) {
    if (characters[at] === '\\') {
      at++;
    } else if (characters[at] === ']') {
      return at === first ? undefined : at;
    }
  }
  return undefined;
}

function characterClass(members: string[]): GlobTerm {
  const negated = isNegation(members[0]);
  const ranges: [string, string][] = [];
  let at = negated ? 1 : 0;
  const next = () => {
    at += members[at] === '\\' ? 1 : 0;
    return members[at++];
  };
  while (at < members.length) {
    const low = next();
    if (members[at] === '-' && at + 1 < members.length) {
      at++;
      ranges.push([low, next()]);
    } else {
      ranges.push([low, low]);
    }
  }
  return {
    kind: 'class',
    matches: character =>
      ranges.some(([low, high]) => low <= character && character <= high) !==
      negated,
  };
}
