/** `and`, `or`, `not`, a value, or what stands between brackets. */
type Condition = string | readonly Condition[];

const AUTOSCALER = /\b(?:auto ?scal\w*|hpa|keda|scaled object)\b/i;
const VALUE = /^\$?[\w.]+$/;

/** Whether a condition of a template says nothing but that there is no autoscaler, such as `not .Values.hpa.enabled`. */
export function isWithoutAutoscaler(condition: string): boolean {
  const parsed = parse(condition);
  return parsed !== undefined && isWithout(parsed);
}

function isWithout(condition: Condition): boolean {
  const [first, ...operands] = callOf(condition);
  switch (first) {
    case 'not':
      return operands.length === 1 && isAutoscaler(operands[0]);
    case 'eq':
      // Of two kinds of autoscalers none, or both: it is left out with one of them only.
      return operands.length === 2 && operands.every(isAutoscaler);
    default:
      return isJoined(first) && operands.every(isWithout);
  }
}

function isAutoscaler(condition: Condition): boolean {
  const [first, ...operands] = callOf(condition);
  if (operands.length > 0) {
    return isJoined(first) && operands.every(isAutoscaler);
  }
  return (
    typeof first === 'string' &&
    VALUE.test(first) &&
    AUTOSCALER.test(wordsOf(first)) &&
    !/disabled/i.test(first)
  );
}

/** A function and what it is called with; what stands in brackets alone is the same without these. */
function callOf(condition: Condition): readonly Condition[] {
  if (typeof condition === 'string') {
    return [condition];
  }
  return condition.length === 1 ? callOf(condition[0]) : condition;
}

function isJoined(name: Condition | undefined): boolean {
  return name === 'and' || name === 'or';
}

/** `.Values.searchPath` is no HPA. */
function wordsOf(path: string): string {
  return path.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[._$]/g, ' ');
}

/** How many brackets may be in one another. */
const DEPTH = 50;

/** `undefined` where brackets do not match, or are too many. */
function parse(text: string): Condition | undefined {
  const tokens = text
    // What is nil-safe.
    .replace(/\((\$?[\w.]+)\)(?=\.)/g, '$1')
    .match(/[()]|[^\s()]+/g);
  const open: Condition[][] = [[]];
  for (const token of tokens ?? []) {
    if (token === '(') {
      if (open.length > DEPTH) {
        return undefined;
      }
      open.push([]);
    } else if (token === ')') {
      const closed = open.pop();
      if (!closed || open.length === 0) {
        return undefined;
      }
      open.at(-1)!.push(closed);
    } else {
      open.at(-1)!.push(token);
    }
  }
  return open.length === 1 ? open[0] : undefined;
}
