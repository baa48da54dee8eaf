/**
 * The operation that a request is for.
 *
 * @param operations - such as `GET /repos/{owner}/{repo}`
 */
export function matchOperation(
  operations: readonly string[],
  method: string,
  path: string,
): { operation: string; parameters: Record<string, string> } | undefined {
  const segments = path.split('/');
  for (const operation of operations) {
    const [verb, template] = operation.split(' ');
    const names = template.split('/');
    const isMatch =
      verb === method &&
      names.length === segments.length &&
      names.every((name, index) =>
        name.startsWith('{') ? segments[index] : name === segments[index],
      );
    if (isMatch) {
      const parameters = Object.fromEntries(
        names.flatMap((name, index) =>
          name.startsWith('{')
            ? [[name.slice(1, -1), decodeURIComponent(segments[index])]]
            : [],
        ),
      );
      return { operation, parameters };
    }
  }
  return undefined;
}
