import { InputError } from '@backstage/errors';

/** Whether an object with these labels is selected. */
export type LabelSelector = (
  labels: Readonly<Record<string, string>>,
) => boolean;

/** One requirement and what separates it from the next. */
const REQUIREMENT =
  /\s*(?:!\s*(?<absent>[\w./-]+)|(?<key>[\w./-]+)(?:\s*(?<operator>==|=|!=)\s*(?<value>[\w.-]*)|\s+(?<set>in|notin)\s*\((?<values>[\w.,\s-]*)\))?)\s*(?:,|$)/y;

/**
 * A label selector as the API server reads it (k8s.io/apimachinery v0.37 pkg/labels/selector.go), for lists that are
 * there already. `<` and `>` are not among what an entity may ask for.
 *
 * @throws InputError where it is none
 */
export function labelSelector(text: string): LabelSelector {
  const requirements: LabelSelector[] = [];
  for (let at = 0; at < text.length; ) {
    REQUIREMENT.lastIndex = at;
    const match = REQUIREMENT.exec(text);
    if (!match?.groups) {
      throw new InputError(
        `${JSON.stringify(text)} is not a label selector: see position ${at}`,
      );
    }
    requirements.push(requirement(match.groups));
    at = REQUIREMENT.lastIndex;
  }
  return labels => requirements.every(holds => holds(labels));
}

function requirement(
  groups: Record<string, string | undefined>,
): LabelSelector {
  const { absent, key = '', operator, set, value = '', values = '' } = groups;
  if (absent !== undefined) {
    return labels => !Object.hasOwn(labels, absent);
  }
  if (operator === undefined && set === undefined) {
    return labels => Object.hasOwn(labels, key);
  }
  const wanted = new Set(
    set === undefined ? [value] : values.split(',').map(each => each.trim()),
  );
  // What lacks the label is other than each of its values.
  return operator === '!=' || set === 'notin'
    ? labels => !Object.hasOwn(labels, key) || !wanted.has(labels[key])
    : labels => Object.hasOwn(labels, key) && wanted.has(labels[key]);
}
