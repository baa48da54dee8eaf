import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest, repository } from '../repository.mjs';
import { lineOf, pages } from './pages.mjs';

const REPOSITORY =
  /^https:\/\/github\.com\/progressive-delivery\/progressive-delivery\/(?:blob|tree)\/main\//;

/**
 * Links to files that are not there, and those of a package to what its tarball does not have.
 *
 * @returns {import('./pages.mjs').Mistake[]}
 */
export function linkMistakes() {
  return Array.from(pages).flatMap(([page, text]) =>
    Array.from(
      text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g),
      ({ index, 1: link }) => ({ line: lineOf(text, index), link }),
    ).flatMap(({ line, link }) => {
      const message = whatIsWrong(page, link);
      return message ? [{ page, line, message: `${link} ${message}` }] : [];
    }),
  );
}

/**
 * @param {string} page
 * @param {string} link
 */
function whatIsWrong(page, link) {
  if (REPOSITORY.test(link)) {
    return existsSync(join(repository, link.replace(REPOSITORY, '')))
      ? undefined
      : 'is not there';
  }
  if (/^(https?|mailto):/.test(link)) {
    return undefined;
  }
  const folder = join(repository, dirname(page));
  if (!existsSync(join(folder, link))) {
    return 'is not there';
  }
  if (page.startsWith('plugins/')) {
    const { files = [] } = readManifest(folder);
    return files.includes(link) ? undefined : 'is not in the packed package';
  }
  return undefined;
}
