import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest } from '../repository.mjs';

/** A package in node_modules. */
export class InstalledPackage {
  /**
   * What a package finds by a name.
   *
   * @param {string} name
   * @param {string} from Folder of who depends on it.
   * @returns {InstalledPackage | undefined} undefined where it is optional and not for this machine
   */
  static find(name, from) {
    const folder = join(from, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) {
      return new InstalledPackage(folder);
    }
    return dirname(from) === from
      ? undefined
      : InstalledPackage.find(name, dirname(from));
  }

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.manifest = readManifest(folder);
  }

  get name() {
    return this.manifest.name;
  }

  /** An SPDX expression, such as `MIT OR Apache-2.0`, or what the package has in its place. */
  get license() {
    const { license, licenses } = this.manifest;
    if (licenses) {
      return licenses.map(({ type }) => type).join(' OR ');
    }
    return typeof license === 'object' ? license.type : license;
  }

  /** Where its source is: at GitHub unless it says another address. */
  get source() {
    const { repository = '' } = this.manifest;
    const url = typeof repository === 'object' ? repository.url : repository;
    const [, path] =
      /^(?:github:|.*github\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(
        url,
      ) ?? [];
    return path ? `https://github.com/${path}` : url;
  }

  /**
   * What it depends on, its peers aside.
   *
   * @returns {InstalledPackage[]}
   */
  get dependencies() {
    const { dependencies, optionalDependencies } = this.manifest;
    return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
      name => InstalledPackage.find(name, this.folder) ?? [],
    );
  }
}

/**
 * Packages, and all that they depend on.
 *
 * @param {InstalledPackage[]} packages
 */
export function withDependencies(packages) {
  const found = new Map(packages.map(each => [each.folder, each]));
  // Grows while it is walked.
  for (const each of found.values()) {
    for (const dependency of each.dependencies) {
      if (!found.has(dependency.folder)) {
        found.set(dependency.folder, dependency);
      }
    }
  }
  return Array.from(found.values());
}
