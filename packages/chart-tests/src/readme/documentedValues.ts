import { isMap, isScalar, Pair, parseDocument, YAMLMap } from 'yaml';

export interface DocumentedValue {
  /** Such as `controllers.image.tag`. */
  key: string;
  value: unknown;
  /** What the comment above it says; undefined where there is none. */
  description: string | undefined;
}

/** The values of a chart in the order of its file: each key that is no mapping, or is documented as a whole. */
export function documentedValues(text: string): DocumentedValue[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) {
    throw new Error('The values are no mapping');
  }
  return valuesOf(contents, []);
}

function valuesOf(map: YAMLMap, path: string[]): DocumentedValue[] {
  return map.items.flatMap((pair, index) => {
    const key = [...path, keyOf(pair)];
    // The first key's comment belongs to the mapping, as far as the parser is concerned.
    const comment =
      (isScalar(pair.key) ? pair.key.commentBefore : undefined) ??
      (index === 0 ? map.commentBefore : undefined);
    const description = /^ -- ([^]*)$/.exec(comment ?? '')?.[1];
    const { value } = pair;
    return isMap(value) && value.items.length > 0 && !description
      ? valuesOf(value, key)
      : [
          {
            key: key.join('.'),
            value: isMap(value) || !isScalar(value) ? toJs(value) : value.value,
            description,
          },
        ];
  });
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function toJs(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node));
}
