import { isMap, isScalar, parseDocument, YAMLMap } from 'yaml';

/** Keys of a values file that nothing is said about. What is below a key with a `# --` comment belongs to its value. */
export function keysWithoutComment(text: string): string[] {
  const { contents, commentBefore } = parseDocument(text);
  return isMap(contents)
    ? keysOf(contents, [], commentBefore ?? undefined)
    : [];
}

function keysOf(
  map: YAMLMap,
  path: string[],
  documentComment?: string,
): string[] {
  return map.items.flatMap(({ key, value }, index) => {
    if (!isScalar(key)) {
      return [];
    }
    const name = [...path, String(key.value)];
    // The parser gives the first key's comment to the mapping, or to the document.
    const comment =
      key.commentBefore ??
      (index === 0 ? map.commentBefore ?? documentComment : undefined);
    const below =
      isMap(value) && !comment?.startsWith(' -- ') ? keysOf(value, name) : [];
    return comment ? below : [name.join('.'), ...below];
  });
}
