import { loadYamlDocuments } from '../../yaml/loadYaml';
import { YamlError } from '../../yaml/YamlError';
import { cannotPreview } from '../../cannotPreview';

/** Characters of one document. */
const LIMITS = { characters: 64 * 1024 * 1024 };

/**
 * All documents of a YAML stream that helm or kustomize printed.
 *
 * @param file - that it is of, or the command that printed it, for messages
 * @throws InputError where it is not valid, or more than an API server would take
 */
export function loadYaml(text: string, file = 'YAML'): unknown[] {
  try {
    return loadYamlDocuments(text, LIMITS);
  } catch (error) {
    if (error instanceof YamlError) {
      throw cannotPreview(error.reasonOf(file));
    }
    throw error;
  }
}
