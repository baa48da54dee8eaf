import { loadYaml, YamlOptions } from './loadYaml';
import { YamlError } from './YamlError';
import { cannotPreview } from '../cannotPreview';

/**
 * What a file of a repository or a field of an Application says; `undefined` where it is empty.
 *
 * @param what - the path or the field, for the message
 * @throws InputError where it cannot be read
 */
export function readYaml(
  text: string,
  what: string,
  options?: YamlOptions,
): unknown {
  try {
    return loadYaml(text, options);
  } catch (error) {
    if (error instanceof YamlError) {
      throw cannotPreview(error.reasonOf(what));
    }
    throw error;
  }
}
