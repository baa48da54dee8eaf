import { StepTarget } from './kustomizeSteps';

/** What a step may apply to. */
export interface StepSubject {
  group: string;
  version: string;
  kind: string;
  name: string;
}

/**
 * Whether a step applies to an object (kustomize api v0.21 types/selector.go); `undefined` where its patterns are more than
 * names, alternatives and `.*`: none is ever run.
 */
export function stepMatches(
  target: StepTarget,
  subject: StepSubject,
): boolean | undefined {
  const matches = (['group', 'version', 'kind', 'name'] as const).map(field =>
    matchesPattern(target[field], subject[field]),
  );
  return matches.includes(false)
    ? false
    : !matches.includes(undefined) || undefined;
}

function matchesPattern(
  pattern: string | undefined,
  text: string,
): boolean | undefined {
  if (pattern === undefined) {
    return true;
  }
  const alternatives = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .split('|')
    .map(alternative => alternative.split('.*'));
  return alternatives.flat().every(part => /^[\w.-]*$/.test(part))
    ? alternatives.some(parts => hasParts(text, parts))
    : undefined;
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
