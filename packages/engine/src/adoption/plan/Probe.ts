import { isMapping } from '../../yaml';

/** Values that nobody asked for, to see what a chart renders with them only. */
export type Probe = Record<string, unknown>;

/** Values by their paths, as one mapping. */
export function probeWith(
  settings: readonly (readonly [path: string, value: unknown])[],
): Probe {
  const probe: Probe = {};
  for (const [path, value] of settings) {
    setAt(probe, path.split('.'), value);
  }
  return probe;
}

/** Whether some values are as a probe has them. */
export function isThere(
  probe: Probe,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(probe).every(([key, value]) => {
    const own = Object.hasOwn(values, key) ? values[key] : undefined;
    return isMapping(value)
      ? isMapping(own) && isThere(value, own)
      : own === value;
  });
}

/** As people write it: `autoscaling.enabled=true`. */
export function settingsOf(values: object, before = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    isMapping(value)
      ? settingsOf(value, `${before}${key}.`)
      : [`${before}${key}=${String(value)}`],
  );
}

function setAt(
  values: Probe,
  [key, ...rest]: readonly string[],
  value: unknown,
): void {
  const there = Object.hasOwn(values, key) ? values[key] : undefined;
  if (rest.length === 0) {
    // What is below it says more.
    values[key] = isMapping(there) ? there : value;
    return;
  }
  const below = isMapping(there) ? there : {};
  values[key] = below;
  setAt(below, rest, value);
}
