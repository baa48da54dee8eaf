import { isMapping } from '../../yaml/isMapping';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';

const LIMITS = { characters: 256 * 1024 };

/**
 * Reads a small YAML file: a mapping, or what is empty.
 *
 * @throws InputError where it is no mapping, also for what would grow beyond measure
 */
export function readMapping(
  text: string,
  file: string,
): Record<string, unknown> {
  const value = readYaml(text, file, LIMITS) ?? {};
  if (!isMapping(value)) {
    throw cannotPreview({ id: 'notMapping', parameters: { file } });
  }
  return value;
}
