import { isMapping } from '../../../yaml';

/** Keys and indices from an object down to a value. */
export type FieldPath = readonly (string | number)[];

/** The paths at which two values differ: the topmost that one of them lacks, or the values themselves. */
export function differences(
  before: unknown,
  after: unknown,
  path: FieldPath = [],
): FieldPath[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length
      ? before.flatMap((each, index) =>
          differences(each, after[index], [...path, index]),
        )
      : [path];
  }
  if (isMapping(before) && isMapping(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap(key =>
      Object.hasOwn(before, key) && Object.hasOwn(after, key)
        ? differences(before[key], after[key], [...path, key])
        : [[...path, key]],
    );
  }
  return Object.is(before, after) ? [] : [path];
}

/** As people write it: `spec.template.spec.containers[0]`. */
export function writePath(path: FieldPath): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : `${text}${text && '.'}${key}`,
    '',
  );
}

/** The value at a path. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((below, key) => {
    if (Array.isArray(below)) {
      return below[Number(key)];
    }
    return isMapping(below) && Object.hasOwn(below, key)
      ? below[key]
      : undefined;
  }, value);
}
