import {
  ComparisonOperator,
  measuredNumber,
  MetricStatus,
  numberComparison,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const OPPOSITES: Record<ComparisonOperator, ComparisonOperator> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

/** What was measured, and what was wanted of it instead. */
export type Comparison =
  | { value: number; operator: ComparisonOperator; limit: number }
  | { value: number | string; condition: string };

/**
 * What a failed measurement was, and what it should have been: by the condition of success, else by the opposite of that of
 * failure. `undefined` where neither is asked, or where only a failure's condition is that does more than to compare.
 */
export function comparisonOf(
  { failureCondition, successCondition }: MetricStatus,
  measured: string,
): Comparison | undefined {
  const number = shownNumber(measured);
  const wanted = numberComparison(successCondition);
  if (wanted && number !== undefined) {
    return { value: number, ...wanted };
  }
  if (successCondition !== undefined) {
    return { value: shownValue(measured), condition: successCondition };
  }
  const failing = numberComparison(failureCondition);
  return failing && number !== undefined
    ? {
        value: number,
        operator: OPPOSITES[failing.operator],
        limit: failing.limit,
      }
    : undefined;
}

/** What was measured: a number where it is one, all of a list. */
function shownValue(measured: string): number | string {
  return measured.trimStart().startsWith('[')
    ? measured
    : shownNumber(measured) ?? measured;
}

/** Digits beyond the sixth are noise to the eye. */
function shownNumber(measured: string): number | undefined {
  const number = measuredNumber(measured);
  return number === undefined ? undefined : Number(number.toPrecision(6));
}
