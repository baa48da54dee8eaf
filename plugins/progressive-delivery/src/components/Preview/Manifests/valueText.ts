/** A value as YAML has it, near enough to be read by people: without quotes where it is plain. */
export function valueText(value: unknown): string {
  return linesOf(value).join('\n');
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string' && value.trimEnd().includes('\n')) {
    return value.trimEnd().split('\n');
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? ['[]']
      : value.flatMap(item => {
          const [first, ...rest] = linesOf(item);
          return [`- ${first}`, ...rest.map(line => `  ${line}`)];
        });
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return entries.length === 0
      ? ['{}']
      : entries.flatMap(([key, part]) => {
          const lines = linesOf(part);
          if (lines.length > 1 && typeof part === 'string') {
            return [`${key}: |`, ...lines.map(line => `  ${line}`)];
          }
          return isNested(part)
            ? [`${key}:`, ...lines.map(line => `  ${line}`)]
            : [`${key}: ${lines[0]}`];
        });
  }
  return [typeof value === 'string' ? scalarText(value) : String(value)];
}

/** Quoted where it would be taken for something else, or could not be seen. */
function scalarText(text: string): string {
  return text === '' ||
    text !== text.trim() ||
    /^(?:true|false|null|yes|no|on|off|~|[-+]?[\d.]+)$/i.test(text)
    ? JSON.stringify(text)
    : text;
}

function isNested(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  );
}
