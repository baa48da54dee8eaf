/**
 * How a condition compares two numbers, as Argo Rollouts writes it.
 *
 * @public
 */
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/**
 * A condition that holds where the measured number is so to `limit`.
 *
 * @public
 */
export interface NumberComparison {
  operator: ComparisonOperator;
  limit: number;
}

/** A number, also one that a provider gives. */
const NUMBER = String.raw`(?:-\s*)?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;

/** What was measured, or the first of a list, as Prometheus answers. */
const RESULT = String.raw`result(?:\s*\[\s*0\s*\])?`;

/** The same as a number. What `default` gives is all that was measured, whatever of it is named. */
const MEASURED = [
  RESULT,
  String.raw`asFloat\s*\(\s*${RESULT}\s*\)`,
  String.raw`default\s*\(\s*result\s*,\s*${NUMBER}\s*\)`,
].join('|');

/** In the language of expr, where blanks between its parts mean nothing (argo-rollouts v1.10 utils/evaluate/evaluate.go). */
const COMPARISON = new RegExp(
  String.raw`^\s*(?:${MEASURED})\s*(<=|<|>=|>|==|!=)\s*(${NUMBER})\s*$`,
);

const OPERATORS: readonly ComparisonOperator[] = [
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
];

/**
 * What a condition of a metric compares the measured number with, such as `result[0] >= 0.95`; `undefined` where it does
 * more than that, or something else.
 *
 * @public
 */
export function numberComparison(
  condition: string | undefined,
): NumberComparison | undefined {
  const [, sign, limit] = COMPARISON.exec(condition ?? '') ?? [];
  const operator = OPERATORS.find(each => each === sign);
  return operator && { operator, limit: toNumber(limit) };
}

const NUMBER_ALONE = new RegExp(String.raw`^\s*${NUMBER}\s*$`);

/** A list of which the first is meant. */
const FIRST_OF_LIST = /^\s*\[([^,\]]*)(?:,[^]*)?\]\s*$/;

/**
 * A measured value as a number: that of `result[0]` where it is a list; `undefined` where it is none, such as `NaN`.
 *
 * @public
 */
export function measuredNumber(value: string | undefined): number | undefined {
  const text = FIRST_OF_LIST.exec(value ?? '')?.[1] ?? value ?? '';
  return NUMBER_ALONE.test(text) ? toNumber(text) : undefined;
}

/** A minus may stand apart. */
function toNumber(text: string): number {
  return Number(text.replace(/\s/g, ''));
}
