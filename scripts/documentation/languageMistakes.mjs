import { samples } from './pages.mjs';

/** Languages whose samples something holds to be right, and those in which nothing can be wrong. */
const KNOWN = [
  ...['yaml', 'sh', 'bash', 'ts', 'tsx'],
  // Parts of a chart, which packages/chart-tests has as a whole, and what is printed.
  ...['diff', 'gotemplate', 'text'],
];

/**
 * Samples that nothing would look at.
 *
 * @returns {import('./pages.mjs').Mistake[]}
 */
export function languageMistakes() {
  return samples
    .filter(({ language }) => !KNOWN.includes(language))
    .map(({ page, line, language }) => ({
      page,
      line,
      message: language
        ? `${language} is none of ${KNOWN.join(', ')}`
        : 'the sample does not say its language',
    }));
}
