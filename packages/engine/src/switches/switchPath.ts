import { isMapping } from '../yaml/isMapping';

/** Keys from the root of the values, such as `['controllers', 'progressiveDelivery', 'enabled']`. */
export type SwitchPath = readonly string[];

/** What every switch ends in. */
export const SWITCH_SUFFIX = ['progressiveDelivery', 'enabled'] as const;

/** The path as people write it. Keys of switches hold no dot, {@link findSwitchPaths} sees to that. */
export function formatSwitchPath(path: SwitchPath): string {
  return path.join('.');
}

/** The switch that one that is not set does as: the nearest above it, by convention of the chart. */
export function inheritedFrom(
  path: SwitchPath,
  all: readonly SwitchPath[],
): SwitchPath | undefined {
  const owner = path.slice(0, -SWITCH_SUFFIX.length);
  return all
    .filter(other => {
      const above = other.slice(0, -SWITCH_SUFFIX.length);
      return (
        above.length < owner.length &&
        above.every((key, index) => key === owner[index])
      );
    })
    .sort((a, b) => b.length - a.length)[0];
}

/** What stands at a path: nothing, or a value, `null` included. */
export function valueAt(
  values: unknown,
  path: SwitchPath,
): { set: false } | { set: true; value: unknown } {
  let current = values;
  for (const [index, key] of path.entries()) {
    if (current === null && index > 0) {
      // A null takes away all that is below it.
      return { set: true, value: null };
    }
    if (!isMapping(current) || !Object.hasOwn(current, key)) {
      return { set: false };
    }
    current = current[key];
  }
  return { set: true, value: current };
}
