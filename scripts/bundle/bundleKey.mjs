import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repository, workspaces } from '../repository.mjs';

/** What is made from sources, or tests them, says nothing about the bundle. */
const ignored = /^(node_modules|dist|coverage|__testUtils__|.*\.test\.tsx?)$/;

/** Names all that decides what the app's bundle looks like. */
export function bundleKey() {
  const hash = createHash('sha256');
  const files = [
    join(repository, 'yarn.lock'),
    // The build reads from it which plugins the app is made of.
    join(repository, 'app-config.yaml'),
    ...appFolders().flatMap(filesBelow),
  ];
  for (const file of files) {
    hash.update(relative(repository, file));
    hash.update('\0');
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The app's own folder and those of all workspaces that it depends on. */
function appFolders() {
  const all = workspaces();
  const names = new Set(['app']);
  // Grows while it is walked, so that dependencies of dependencies count.
  for (const name of names) {
    const { manifest } = all.find(found => found.manifest.name === name) ?? {};
    for (const dependency of Object.keys(manifest?.dependencies ?? {})) {
      if (all.some(found => found.manifest.name === dependency)) {
        names.add(dependency);
      }
    }
  }
  return all
    .filter(({ manifest }) => names.has(manifest.name))
    .map(({ folder }) => folder);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
