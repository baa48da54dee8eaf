import { documentedValues } from './documentedValues';

/** The table of a chart's values in the style of helm-docs. */
export function valuesTable(valuesYaml: string): string {
  const rows = documentedValues(valuesYaml).map(
    ({ key, value, description = '' }) =>
      `| \`${key}\` | ${typeOf(value)} | \`${JSON.stringify(
        value,
      )}\` | ${description.replace(/\|/g, '\\|')} |`,
  );
  return [
    '| Key | Type | Default | Description |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function typeOf(value: unknown): string {
  if (value === null) {
    return 'unset';
  }
  if (Array.isArray(value)) {
    return 'list';
  }
  return typeof value === 'number' ? 'integer' : typeof value;
}
