import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files of a folder and of all folders below it, by their paths in it. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return new Map(
    await Promise.all(
      entries
        .filter(entry => entry.isFile())
        .map(async entry => {
          const file = join(entry.parentPath, entry.name);
          return [relative(folder, file), await readFile(file)] as const;
        }),
    ),
  );
}
