import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const repository = resolve(
  fileURLToPath(new URL('..', import.meta.url)),
);

/**
 * What scripts read of a package.json.
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} [packageManager]
 * @property {string[]} [workspaces]
 * @property {boolean} [private]
 * @property {string[]} [files] What of it is packed, besides what always is.
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {string | { type: string }} [license]
 * @property {Array<{ type: string }>} [licenses] As packages had it in former times.
 * @property {string | { url: string }} [repository]
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The workspaces' folders and package.json files, in a fixed order. */
export function workspaces() {
  const patterns = readManifest(repository).workspaces ?? [];
  return patterns
    .map(pattern => join(repository, pattern.replace(/\/\*$/, '')))
    .flatMap(parent =>
      readdirSync(parent, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => join(parent, entry.name)),
    )
    .filter(folder => readdirSync(folder).includes('package.json'))
    .sort()
    .map(folder => ({ folder, manifest: readManifest(folder) }));
}

/** Those that are published. */
export function publishedWorkspaces() {
  return workspaces().filter(({ manifest }) => !manifest.private);
}
