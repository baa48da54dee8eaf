/** A number alone. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** A list of which the first is meant (`result[0]`), as Prometheus answers. */
const FIRST_OF_LIST = /^\[([^,\]]*)(?:,[^]*)?\]$/;

/** A measured value as a number; absent where it is none, such as `NaN`, or is of several parts. */
export function measuredNumber(value = ''): number | undefined {
  const text = FIRST_OF_LIST.exec(value)?.[1] ?? value;
  return NUMBER.test(text) ? Number(text) : undefined;
}

const LIMIT =
  /^\s*(?:result(?:\[0\])?|(?:asFloat|default)\(result(?:\[0\])?(?:, *[\d.]+)?\))\s*(?:>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*$/;

/** The number that a condition compares the measured value with; absent where it does more, or something else. */
export function limitOf(condition: string | undefined): number | undefined {
  const limit = LIMIT.exec(condition ?? '');
  return limit ? Number(limit[1]) : undefined;
}
