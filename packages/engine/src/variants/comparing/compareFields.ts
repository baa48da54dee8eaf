import { isDeepStrictEqual } from 'node:util';
import {
  FieldDifference,
  FieldPath,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../yaml/isMapping';
import { FieldRule, ListRule } from './fieldRules';
import { Fields } from '../manifests/fields';
import { canonicalText, KeyedItem, keyedItems } from './listItems';
import { isSameQuantity } from './quantity';

export interface FieldComparison {
  differences: FieldDifference[];
  /** The second value, written as the first one is wherever that means the same. */
  after: unknown;
}

class Comparer {
  constructor(private readonly differences: FieldDifference[]) {}

  /** Notes how they differ, and gives the second one as close to the first as it means the same. */
  compare(
    path: FieldPath,
    before: unknown,
    after: unknown,
    rule: FieldRule = {},
  ): unknown {
    if (Object.is(before, after)) {
      return before;
    }
    if (isAbsent(before, rule) || isAbsent(after, rule)) {
      if (isAbsent(before, rule) && isAbsent(after, rule)) {
        return before;
      }
      this.differences.push(
        isAbsent(before, rule)
          ? { change: 'added', path, after }
          : { change: 'removed', path, before },
      );
      return after;
    }
    const known = this.differences.length;
    const aligned = this.compareParts(path, before, after, rule);
    return this.differences.length === known ? before : aligned;
  }

  private compareParts(
    path: FieldPath,
    before: unknown,
    after: unknown,
    rule: FieldRule,
  ): unknown {
    if (isMapping(before) && isMapping(after)) {
      return this.compareMaps(path, before, after, rule);
    }
    if (Array.isArray(before) && Array.isArray(after)) {
      return this.compareLists(path, before, after, rule);
    }
    this.differences.push({ change: 'changed', path, before, after });
    return after;
  }

  private compareMaps(
    path: FieldPath,
    before: Fields,
    after: Fields,
    rule: FieldRule,
  ): Fields {
    const aligned: [string, unknown][] = [];
    const partRule = (key: string) =>
      rule.fields && Object.hasOwn(rule.fields, key)
        ? rule.fields[key]
        : { text: rule.texts };
    for (const [key, value] of Object.entries(before)) {
      const other = Object.hasOwn(after, key) ? after[key] : undefined;
      if (rule.quantities && isSameQuantity(value, other)) {
        aligned.push([key, value]);
        continue;
      }
      const part = this.compare([...path, key], value, other, partRule(key));
      if (part !== undefined) {
        aligned.push([key, part]);
      }
    }
    for (const [key, value] of Object.entries(after)) {
      if (!Object.hasOwn(before, key)) {
        const part = this.compare(
          [...path, key],
          undefined,
          value,
          partRule(key),
        );
        if (part !== undefined) {
          aligned.push([key, part]);
        }
      }
    }
    return Object.fromEntries(aligned);
  }

  private compareLists(
    path: FieldPath,
    before: unknown[],
    after: unknown[],
    { items, list }: FieldRule,
  ): unknown[] {
    if (list?.kind === 'set') {
      return this.compareSets(path, before, after, items);
    }
    if (list?.kind === 'keyed') {
      const [old, current] = [
        keyedItems(before, list),
        keyedItems(after, list),
      ];
      if (old && current) {
        return this.compareKeyed(path, old, current, { items, list });
      }
    }
    return this.compareOrdered(path, before, after, items);
  }

  private compareKeyed(
    path: FieldPath,
    before: Map<string, KeyedItem>,
    after: Map<string, KeyedItem>,
    { items, list }: { items?: FieldRule; list: ListRule & { kind: 'keyed' } },
  ): unknown[] {
    const ordered = list.ordered?.(
      [...before.values(), ...after.values()].map(({ value }) => value),
    );
    const parts = new Map<string, unknown>();
    for (const [key, { segment, value }] of before) {
      const other = after.get(key)?.value;
      const part = this.compare([...path, segment], value, other, items);
      if (other !== undefined) {
        parts.set(key, part);
      }
    }
    for (const [key, { segment, value }] of after) {
      if (!before.has(key)) {
        parts.set(
          key,
          this.compare([...path, segment], undefined, value, items),
        );
      }
    }
    if (ordered) {
      const both = (from: typeof before, other: typeof before) =>
        Array.from(from).flatMap(([key, { segment }]) =>
          other.has(key) ? [segment] : [],
        );
      const [was, is] = [both(before, after), both(after, before)];
      if (!isDeepStrictEqual(was, is)) {
        this.differences.push({
          change: 'reordered',
          path,
          before: was,
          after: is,
        });
      }
      return Array.from(after.keys(), key => parts.get(key));
    }
    return Array.from(parts.values());
  }

  private compareSets(
    path: FieldPath,
    before: unknown[],
    after: unknown[],
    items: FieldRule | undefined,
  ): unknown[] {
    // Once more or once less of the same is the same set.
    const keysOf = (values: unknown[]) =>
      new Map(
        values.map((value, index) => [
          canonicalText(value, items),
          { index, value },
        ]),
      );
    const [old, current] = [keysOf(before), keysOf(after)];
    const aligned: unknown[] = [];
    for (const [key, { index, value }] of old) {
      if (current.has(key)) {
        aligned.push(value);
      } else {
        this.differences.push({
          change: 'removed',
          path: [...path, index],
          before: value,
        });
      }
    }
    for (const [key, { index, value }] of current) {
      if (!old.has(key)) {
        aligned.push(value);
        this.differences.push({
          change: 'added',
          path: [...path, index],
          after: value,
        });
      }
    }
    return aligned;
  }

  /** Lists of which only the place tells items apart: what is the same at both ends is left out. */
  private compareOrdered(
    path: FieldPath,
    before: unknown[],
    after: unknown[],
    items: FieldRule | undefined,
  ): unknown[] {
    if (![...before, ...after].some(isMapping)) {
      if (!isDeepStrictEqual(before, after)) {
        this.differences.push({ change: 'changed', path, before, after });
      }
      return after;
    }
    const same = (old: number, current: number) =>
      isDeepStrictEqual(before[old], after[current]);
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && same(start, start)) {
      start++;
    }
    let end = 0;
    while (
      end < shorter - start &&
      same(before.length - 1 - end, after.length - 1 - end)
    ) {
      end++;
    }
    const aligned = after.slice();
    const pairs = shorter - end;
    for (let index = start; index < pairs; index++) {
      aligned[index] = this.compare(
        [...path, index],
        before[index],
        after[index],
        items,
      );
    }
    for (let index = pairs; index < before.length - end; index++) {
      this.differences.push({
        change: 'removed',
        path: [...path, index],
        before: before[index],
      });
    }
    for (let index = pairs; index < after.length - end; index++) {
      this.differences.push({
        change: 'added',
        path: [...path, index],
        after: after[index],
      });
    }
    return aligned;
  }
}

/** A field that is null counts as one that is not there, but for texts, where it counts as an empty one. */
function isAbsent(value: unknown, { emptyIsAbsent, text }: FieldRule) {
  return (
    value === undefined ||
    (value === null && !text) ||
    (emptyIsAbsent === true && isEmpty(value))
  );
}

/** Nothing is in it, however deep it is: such as the status that code generators write. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  return isMapping(value)
    ? Object.values(value).every(isEmpty)
    : value === undefined || value === null || value === '';
}

/** Compares two values field by field, as Kubernetes would take them. One pass: its time grows with their size only. */
export function compareFields(
  before: unknown,
  after: unknown,
  rule: FieldRule,
): FieldComparison {
  const differences: FieldDifference[] = [];
  const comparison = new Comparer(differences);
  return { after: comparison.compare([], before, after, rule), differences };
}
