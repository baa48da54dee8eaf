import { LauncherError } from '../LauncherError.mjs';
import { InstalledPackage } from './InstalledPackage.mjs';

/** The file of a published package that names those which it is installed with. */
export const NOTICES = 'THIRD-PARTY-NOTICES.md';

/**
 * What the file says. Versions are not in it: they are chosen where the package is installed.
 *
 * @param {InstalledPackage} published
 */
export function noticesOf(published) {
  const names = Object.keys(published.manifest.dependencies ?? {});
  const rows = names
    .filter(name => !isOurs(name, published))
    .map(name => {
      const found = InstalledPackage.find(name, published.folder);
      if (!found) {
        throw new LauncherError(`${name} is not installed: run yarn install`);
      }
      return `| ${name} | ${found.license} | ${found.source} |`;
    });
  return [
    '# Third-party notices',
    '',
    `\`${published.name}\` contains no third-party code. The packages that it depends on are installed beside it, each under`,
    'its own license:',
    '',
    '| Package | License | Source |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/**
 * @param {string} name
 * @param {InstalledPackage} published
 */
function isOurs(name, published) {
  const [scope] = published.name.split('/');
  return name.startsWith(`${scope}/`);
}
