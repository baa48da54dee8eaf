import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A condition that compares one number with another, such as `result[0] >= 0.95`. */
const COMPARISON =
  /^\s*(?:result(?:\[0\])?|(?:asFloat|default)\(result(?:\[0\])?(?:, *[\d.]+)?\))\s*(>=|<=|==|!=|>|<)\s*(-?\d+(?:\.\d+)?)\s*$/;

const OPPOSITES: Record<string, string> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The first of a list, which `result[0]` is. */
const FIRST = /^\[([^,\]]*)(?:,[^]*)?\]$/;

/** What was measured, and what was wanted of it instead. */
export type Comparison =
  | { value: number; operator: string; limit: number }
  | { value: number | string; condition: string };

/**
 * What a failed measurement was, and what it should have been: by the condition of success, else by the opposite of that of
 * failure. `undefined` where neither is asked, or where only a failure's condition is that does more than to compare.
 */
export function comparisonOf(
  { failureCondition, successCondition }: MetricStatus,
  measured: string,
): Comparison | undefined {
  const text = FIRST.exec(measured)?.[1].trim() ?? measured;
  const number = NUMBER.test(text)
    ? Number(Number(text).toPrecision(6))
    : undefined;
  const [, operator, limit] = COMPARISON.exec(successCondition ?? '') ?? [];
  if (operator !== undefined && number !== undefined) {
    return { value: number, operator, limit: Number(limit) };
  }
  if (successCondition !== undefined) {
    return {
      value: NUMBER.test(measured) && number !== undefined ? number : measured,
      condition: successCondition,
    };
  }
  const [, failing, edge] = COMPARISON.exec(failureCondition ?? '') ?? [];
  return failing !== undefined && number !== undefined
    ? { value: number, operator: OPPOSITES[failing], limit: Number(edge) }
    : undefined;
}
