import { isMapping } from '../../yaml/isMapping';

/** A mapping of a rendered document. */
export type Fields = Record<string, unknown>;

/** A field of a mapping; `undefined` where it has none, or there is no mapping. */
export function fieldOf(value: unknown, key: string): unknown {
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What a list or a mapping holds, each by its place or name; nothing for anything else. */
export function partsOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) {
    return value.map((part, index) => [index, part]);
  }
  return isMapping(value) ? Object.entries(value) : [];
}

/** The same without their places or names, of which there may be many. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return isMapping(value) ? Object.values(value) : [];
}
