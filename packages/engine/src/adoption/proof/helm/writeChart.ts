import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { InputError } from '@backstage/errors';

/** Writes the files of a chart into a folder. @throws InputError where a path leads out of it */
export async function writeChart(
  folder: string,
  files: ReadonlyMap<string, Buffer | string>,
): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    if (!file.startsWith(folder + sep) || normalize(path) !== path) {
      throw new InputError(`${path} is no path of a file in a chart`);
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
