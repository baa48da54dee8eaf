import { LineCounter, parseAllDocuments } from 'yaml';
import { samplesIn } from './pages.mjs';

/**
 * YAML that does not parse. A key that stands twice in a mapping, such as a second `annotations:`, is an error, too.
 *
 * @returns {import('./pages.mjs').Mistake[]}
 */
export function yamlMistakes() {
  return samplesIn('yaml').flatMap(({ page, line, text }) => {
    const lineCounter = new LineCounter();
    return parseAllDocuments(text, { lineCounter, prettyErrors: false })
      .flatMap(({ errors, warnings }) => [...errors, ...warnings])
      .map(({ message, pos }) => ({
        page,
        line: line + lineCounter.linePos(pos[0]).line - 1,
        message,
      }));
  });
}
