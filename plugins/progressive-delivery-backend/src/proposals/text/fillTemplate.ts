import { PLACEHOLDER } from '../../proposalTemplates';

/**
 * Fills in a template. A value is never taken for a template again; where it is empty, so is its paragraph.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return template
    .replace(PLACEHOLDER, (placeholder, name) => values[name] && placeholder)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(PLACEHOLDER, (_, name) => values[name]);
}
