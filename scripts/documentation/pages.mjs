import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

/**
 * Something that is wrong in a page.
 *
 * @typedef {object} Mistake
 * @property {string} page Path of its file in the repository.
 * @property {number} line Counted from 1.
 * @property {string} message
 */

/**
 * A block of code that a page shows.
 *
 * @typedef {object} Sample
 * @property {string} page
 * @property {number} line Of its first line.
 * @property {string} language
 * @property {string} text
 */

/** @param {string} folder */
const readmesIn = folder =>
  readdirSync(join(repository, folder))
    .map(name => join(folder, name, 'README.md'))
    .filter(page => existsSync(join(repository, page)));

/**
 * All pages that people read, with their text.
 *
 * @type {Map<string, string>}
 */
export const pages = new Map(
  [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(repository, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => join('docs', name)),
    ...['plugins', 'packages', 'examples', 'examples/gitops/charts'].flatMap(
      readmesIn,
    ),
  ].map(page => [page, readFileSync(join(repository, page), 'utf8')]),
);

/**
 * The line of a text that a position is in.
 *
 * @param {string} text
 * @param {number} index
 */
export const lineOf = (text, index) => text.slice(0, index).split('\n').length;

/** @type {Sample[]} */
export const samples = Array.from(pages).flatMap(([page, whole]) =>
  Array.from(
    whole.matchAll(/^( *)```(.*)\n([\s\S]*?)^ *```$/gm),
    ({ index, 1: indent, 2: language, 3: text }) => ({
      page,
      line: lineOf(whole, index) + 1,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
);

/** @param {string[]} languages */
export const samplesIn = (...languages) =>
  samples.filter(({ language }) => languages.includes(language));
