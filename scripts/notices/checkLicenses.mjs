import satisfies from 'spdx-satisfies';
import { LauncherError } from '../LauncherError.mjs';
import { withDependencies } from './InstalledPackage.mjs';

/** Licenses that ask for nothing but a notice. */
const PERMISSIVE = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause'],
  ...['CC0-1.0', 'ISC', 'MIT', 'PSF-2.0', 'Python-2.0', 'Unlicense'],
];

/** Packages whose license is in another file than their package.json. */
const ELSEWHERE = new Map([
  ['fast-shallow-equal', 'Unlicense'],
  ['pause', 'MIT'],
  ['react-universal-interface', 'Unlicense'],
]);

/**
 * @param {import('./InstalledPackage.mjs').InstalledPackage[]} published
 * @returns How many packages they bring along.
 * @throws LauncherError where one of them is not under a permissive license
 */
export function checkLicenses(published) {
  const all = withDependencies(published);
  const others = all.filter(({ name, license = ELSEWHERE.get(name) }) => {
    return !license || !satisfies(license, PERMISSIVE);
  });
  if (others.length > 0) {
    const list = others.map(({ name, license }) => `${name} (${license})`);
    throw new LauncherError(
      `Not under one of the licenses ${PERMISSIVE.join(', ')}: ${list.join(
        ', ',
      )}`,
    );
  }
  return all.length - published.length;
}
