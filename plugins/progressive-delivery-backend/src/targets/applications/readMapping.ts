import { isMapping } from '../../yaml/isMapping';
import { loadYaml } from '../../yaml/loadYaml';
import { YamlError } from '../../yaml/YamlError';

const LIMITS = { characters: 256 * 1024 };

/**
 * Reads a small YAML file: a mapping, or what is empty.
 *
 * @throws Error with the reason, as in "it is not a mapping", also for what would grow beyond measure
 */
export function readMapping(text: string): Record<string, unknown> {
  const value = parsed(text) ?? {};
  if (!isMapping(value)) {
    throw new Error('it is not a mapping');
  }
  return value;
}

function parsed(text: string): unknown {
  try {
    return loadYaml(text, LIMITS);
  } catch (error) {
    if (error instanceof YamlError) {
      throw new Error(`it ${error.message}`);
    }
    throw error;
  }
}
