import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import prettier from 'prettier';
import { LauncherError } from './LauncherError.mjs';
import { checkLicenses } from './notices/checkLicenses.mjs';
import { InstalledPackage } from './notices/InstalledPackage.mjs';
import { NOTICES, noticesOf } from './notices/noticesOf.mjs';
import { launch } from './processes/launch.mjs';
import { publishedWorkspaces, repository } from './repository.mjs';

const check = process.argv.includes('--check');

// `yarn notices`: checks the licenses of all that is installed with the published packages, and writes their notices.
// `yarn notices --check` says which notices are outdated.
await launch(async () => {
  const published = publishedWorkspaces().map(
    ({ folder }) => new InstalledPackage(folder),
  );
  const count = checkLicenses(published);
  process.stdout.write(`${count} packages under permissive licenses\n`);
  for (const each of published) {
    const file = join(each.folder, NOTICES);
    const options = await prettier.resolveConfig(file);
    const text = prettier.format(noticesOf(each), {
      ...options,
      filepath: file,
    });
    if (!check) {
      await writeFile(file, text);
    } else if ((await readFile(file, 'utf8')) !== text) {
      throw new LauncherError(
        `${relative(repository, file)} is outdated: run yarn notices`,
      );
    }
  }
  return 0;
});
