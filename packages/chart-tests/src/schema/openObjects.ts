/** Where a JSON schema takes keys that it does not know, as JSON pointers into it. */
export function openObjects(schema: unknown, pointer = ''): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const below = Object.entries(schema).flatMap(([key, value]) =>
    openObjects(value, `${pointer}/${key}`),
  );
  return isOpenObject(schema) ? [pointer, ...below] : below;
}

function isOpenObject(schema: object): boolean {
  const { type, additionalProperties } = schema as Record<string, unknown>;
  return [type].flat().includes('object') && additionalProperties !== false;
}
