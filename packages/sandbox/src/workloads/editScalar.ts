import { InputError } from '@backstage/errors';
import { isScalar, parseDocument } from 'yaml';

/** The text at a path of a YAML document, and where it stands. */
function findScalar(text: string, path: string[]) {
  const node = parseDocument(text).getIn(path, true);
  if (!isScalar(node) || !node.range) {
    throw new InputError(`There is no value at ${path.join('.')}`);
  }
  const [start, end] = node.range;
  return { value: String(node.value), start, end };
}

export function hasScalar(text: string, path: string[]): boolean {
  return isScalar(parseDocument(text).getIn(path, true));
}

/** @throws `InputError` when there is no value at the path */
export function readScalar(text: string, path: string[]): string {
  return findScalar(text, path).value;
}

/**
 * Replaces one value and leaves every other byte as it is.
 *
 * @throws `InputError` when there is no value at the path
 */
export function editScalar(
  text: string,
  path: string[],
  value: string,
): string {
  const { start, end } = findScalar(text, path);
  // Quoted, because 1.10 and 1e3 are tags but numbers in YAML.
  return `${text.slice(0, start)}${JSON.stringify(value)}${text.slice(end)}`;
}
