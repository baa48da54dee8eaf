import { YamlLine } from './YamlLine';
import { YamlToken, yamlTokens } from './yamlTokens';

/** What is drawn of a line in one way. */
export interface LinePart {
  text: string;
  kind?: YamlToken['kind'];
  /** Whether it differs from the line that took its place. */
  changed?: true;
}

/** A line in the parts that are drawn alike. What has changed is one part: its background leaves no room for more colors. */
export function lineParts({ changed, inText, text }: YamlLine): LinePart[] {
  const isMarked = changed && changed[0] < changed[1];
  const [start, end] = isMarked ? changed : [text.length, text.length];
  const tokens: YamlToken[] = inText
    ? [{ kind: 'string', start: 0, end: text.length }]
    : yamlTokens(text);
  return [
    ...cut(text, tokens, 0, start),
    ...(isMarked
      ? [{ text: text.slice(start, end), changed: true as const }]
      : []),
    ...cut(text, tokens, end, text.length),
  ];
}

function cut(
  text: string,
  tokens: YamlToken[],
  from: number,
  to: number,
): LinePart[] {
  const parts: LinePart[] = [];
  let at = from;
  for (const { end, kind, start } of tokens) {
    const [first, last] = [Math.max(at, start), Math.min(to, end)];
    if (first < last) {
      if (at < first) {
        parts.push({ text: text.slice(at, first) });
      }
      parts.push({ text: text.slice(first, last), kind });
      at = last;
    }
  }
  return at < to ? [...parts, { text: text.slice(at, to) }] : parts;
}
