import { StepTarget } from './kustomizeSteps';

/** What a step may apply to. */
export interface StepSubject {
  group: string;
  version: string;
  kind: string;
  name: string;
}

/** Characters of a pattern that is looked at. */
const MOST_PATTERN = 1_000;

/** Whether a step applies to an object; `undefined` where that is not known. */
export type StepMatcher = (subject: StepSubject) => boolean | undefined;

/**
 * What a step applies to (kustomize api v0.21 types/selector.go). Patterns that are more than names, alternatives and
 * `.*`, or very long, are not known: none is ever run.
 */
export function stepMatcher(target: StepTarget): StepMatcher {
  const fields = (['group', 'version', 'kind', 'name'] as const).map(field => ({
    field,
    matches: patternMatcher(target[field]),
  }));
  return subject => {
    const found = fields.map(({ field, matches }) => matches(subject[field]));
    return found.includes(false)
      ? false
      : !found.includes(undefined) || undefined;
  };
}

function patternMatcher(
  pattern: string | undefined,
): (text: string) => boolean | undefined {
  if (pattern === undefined) {
    return () => true;
  }
  const alternatives =
    pattern.length <= MOST_PATTERN
      ? pattern
          .replace(/^\^/, '')
          .replace(/\$$/, '')
          .split('|')
          .map(alternative => alternative.split('.*'))
      : [];
  return alternatives.length > 0 &&
    alternatives.flat().every(part => /^[\w.-]*$/.test(part))
    ? text => alternatives.some(parts => hasParts(text, parts))
    : () => undefined;
}

/** Whether a text is these parts, with anything between them. */
function hasParts(text: string, [first, ...others]: string[]): boolean {
  const last = others.pop();
  if (last === undefined) {
    return text === first;
  }
  let at = text.startsWith(first) ? first.length : -1;
  for (const part of others) {
    const found = at === -1 ? -1 : text.indexOf(part, at);
    at = found === -1 ? -1 : found + part.length;
  }
  return at !== -1 && text.length - at >= last.length && text.endsWith(last);
}
