import { InputError } from '@backstage/errors';
import { loadYamlDocuments } from '../../yaml/loadYaml';
import { YamlError } from '../../yaml/YamlError';

/** What errors begin with; a file that was not rendered is named instead. */
export const RENDERED = 'What was rendered';

/** Characters of one document. */
const LIMITS = { characters: 64 * 1024 * 1024 };

/**
 * All documents of a YAML stream that helm or kustomize printed.
 *
 * @throws InputError where it is not valid, or more than an API server would take
 */
export function loadYaml(text: string): unknown[] {
  try {
    return loadYamlDocuments(text, LIMITS);
  } catch (error) {
    if (error instanceof YamlError) {
      throw new InputError(`${RENDERED} ${error.message}`);
    }
    throw error;
  }
}
