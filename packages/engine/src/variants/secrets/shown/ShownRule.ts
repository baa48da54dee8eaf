/** The rule for every field of a mapping whose fields have names of somebody's own, such as labels. */
export const EVERY: unique symbol = Symbol('every');

/**
 * What is shown of a value. A list has the rule of its items. Where a field has no rule, its keys are shown and its values
 * are not.
 *
 * - `word`: a name, number, quantity, duration or keyword
 * - `text`: an expression or a list in one text, without the user information of URLs
 * - `image`: a container image, without user information
 */
export type ShownRule = 'word' | 'text' | 'image' | ShownFields;

export interface ShownFields {
  readonly [field: string]: ShownRule;
  readonly [EVERY]?: ShownRule;
}

/** Fields that are words, each by its name. */
export function words(...fields: string[]): ShownFields {
  return Object.fromEntries(fields.map(field => [field, 'word']));
}

export const everyWord: ShownFields = { [EVERY]: 'word' };

/** The rule of a field; `undefined` where it is hidden. */
export function ruleOfField(
  rule: ShownRule | undefined,
  field: string,
): ShownRule | undefined {
  if (typeof rule !== 'object') {
    return undefined;
  }
  return isOwnField(rule, field) ? rule[field] : rule[EVERY];
}

/** Whether the rule names the field: then its name is Kubernetes' own, and tells nothing. */
export function isOwnField(
  rule: ShownRule | undefined,
  field: string,
): rule is ShownFields {
  return typeof rule === 'object' && Object.hasOwn(rule, field);
}
