/**
 * Applies a diff without line numbers.
 *
 * @throws when its place is not there, or is there more than once
 */
export function applyDiff(text: string, diff: string): string {
  const lines = diff.replace(/\n$/, '').split('\n');
  const side = (sign: '-' | '+') =>
    lines
      .filter(line => line.startsWith(' ') || line.startsWith(sign))
      .map(line => `${line.slice(1)}\n`)
      .join('');
  const parts = text.split(side('-'));
  if (parts.length !== 2) {
    throw new Error(
      `The place of this change is there ${parts.length - 1} times:\n${diff}`,
    );
  }
  return parts.join(side('+'));
}
