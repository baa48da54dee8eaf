/** What a title can be made of. */
export const titlePlaceholders = [
  'switch',
  'state',
  'target',
  'entity',
] as const;

/** What a body can be made of. */
export const bodyPlaceholders = [
  ...titlePlaceholders,
  'summary',
  'description',
  'values',
  'preflight',
  'manifests',
  'request',
] as const;

export type TitlePlaceholder = (typeof titlePlaceholders)[number];

export const defaultTitleTemplate =
  'Turn {{ switch }} {{ state }} for {{ target }}';

export const defaultBodyTemplate = [
  '{{ summary }}',
  '{{ description }}',
  '{{ values }}',
  '{{ preflight }}',
  '{{ manifests }}',
  '{{ request }}',
].join('\n\n');

/** A placeholder, such as `{{ switch }}`. */
export const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * What is wrong with a template: plain text with `{{ placeholders }}`, each at most once.
 *
 * @returns `undefined` where it can be filled in
 */
export function templateProblem(
  template: string,
  names: readonly string[],
): string | undefined {
  const used = Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name);
  const known = `there are ${names.map(name => `{{ ${name} }}`).join(', ')}`;
  const unknown = used.find(name => !names.includes(name));
  if (unknown !== undefined) {
    return `has {{ ${unknown} }}, which is no placeholder; ${known}`;
  }
  const twice = used.find((name, index) => used.indexOf(name) !== index);
  if (twice !== undefined) {
    return `has {{ ${twice} }} twice`;
  }
  return /\{\{|\}\}/.test(template.replace(PLACEHOLDER, ''))
    ? `has braces that belong to no placeholder; ${known}`
    : undefined;
}
