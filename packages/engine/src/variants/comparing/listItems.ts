import { FieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../yaml/isMapping';
import { FieldRule, ListRule } from './fieldRules';
import { Fields } from '../manifests/fields';

/** One item of a list that are told apart by some of their fields. */
export interface KeyedItem {
  /** Its keys, as a part of a path. */
  segment: FieldPath[number];
  value: Fields;
}

/** Items by their keys; `undefined` where one has none, or two have the same. */
export function keyedItems(
  items: unknown[],
  { defaults, keys }: ListRule & { kind: 'keyed' },
): Map<string, KeyedItem> | undefined {
  const byKey = new Map<string, KeyedItem>();
  for (const item of items) {
    if (!isMapping(item)) {
      return undefined;
    }
    const segment: Record<string, string | number | boolean> = {};
    for (const key of keys) {
      const value = item[key] ?? defaults?.[key];
      if (
        typeof value !== 'string' &&
        typeof value !== 'number' &&
        typeof value !== 'boolean'
      ) {
        return undefined;
      }
      segment[key] = value;
    }
    byKey.set(JSON.stringify(segment), { segment, value: item });
  }
  return byKey.size === items.length ? byKey : undefined;
}

/** The same text for what is the same in another order. */
export function canonicalText(value: unknown, rule: FieldRule = {}): string {
  if (Array.isArray(value)) {
    const items = value.map(item => canonicalText(item, rule.items));
    return `[${(rule.list?.kind === 'set' ? items.sort() : items).join(',')}]`;
  }
  if (isMapping(value)) {
    const fields = Object.entries(value).map(
      ([key, part]) =>
        `${JSON.stringify(key)}:${canonicalText(part, rule.fields?.[key])}`,
    );
    return `{${fields.sort().join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
