import { splitAtHiddenValues } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A part of a line of YAML, from the first character to before the last. */
export interface YamlToken {
  kind: 'key' | 'string' | 'constant';
  start: number;
  end: number;
}

/** Where it stands: spaces, and dashes of lists. */
const PLACE = /^ *(?:- +)*/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;
const END_OF_KEY = /:(?: |$)/;
const CONSTANT = /^(?:true|false|null|~|[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?)$/i;
/** What begins a text of several lines, and what holds nothing. */
const MARK = /^(?:[|>][-+\d]*|\{\}|\[\])$/;

/**
 * What a line of YAML is made of, as the backend writes it: one key and one value a line; a line that is a comment is made
 * of nothing. A library reads all of YAML, and colors whole texts of its own making; these lines are parts of two
 * documents, with marks for what differs and what is hidden.
 */
export function yamlTokens(line: string): YamlToken[] {
  const { key, value } = partsOf(line);
  const tokens: YamlToken[] = key ? [{ kind: 'key', ...key }] : [];
  const text = line.slice(value);
  if (
    text !== '' &&
    !MARK.test(text) &&
    splitAtHiddenValues(text).length === 1
  ) {
    tokens.push({
      kind: CONSTANT.test(text) ? 'constant' : 'string',
      start: value,
      end: line.length,
    });
  }
  return tokens;
}

/** Follows which lines of a document belong to a text of several lines. */
export class YamlTexts {
  /** The column of what the text belongs to: its lines stand further right. */
  private owner: number | undefined;

  /** Whether the next line belongs to one. */
  next(line: string): boolean {
    const column = line.search(/[^ ]/);
    if (this.owner !== undefined && (column === -1 || column > this.owner)) {
      return true;
    }
    const { key, place, value } = partsOf(line);
    this.owner = /^[|>][-+\d]*$/.test(line.slice(value))
      ? key?.start ?? place - 2
      : undefined;
    return false;
  }
}

function partsOf(line: string): {
  /** The column after spaces and dashes. */
  place: number;
  key?: { start: number; end: number };
  /** The column that the value begins at. */
  value: number;
} {
  const place = PLACE.exec(line)?.[0].length ?? 0;
  const content = line.slice(place);
  if (content.startsWith('#')) {
    return { place, value: line.length };
  }
  const quoted = QUOTED.exec(content)?.[0].length ?? 0;
  const colon = content.slice(quoted).search(END_OF_KEY);
  // After a quoted key comes its colon at once.
  if (quoted > 0 ? colon !== 0 : colon < 1) {
    return { place, value: place };
  }
  const end = place + quoted + colon;
  const spaces = /^ */.exec(line.slice(end + 1))?.[0].length ?? 0;
  return { place, key: { start: place, end }, value: end + 1 + spaces };
}
