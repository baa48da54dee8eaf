import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ChartFiles } from '@progressive-delivery/engine';
import { fileProblem } from '../files/fileProblem';

const MEBIBYTE = 1024 * 1024;

const LIMITS = { files: 5_000, bytes: 64 * MEBIBYTE };

/**
 * The files of a chart's folder. Links are followed as Helm does, within the folder.
 *
 * @throws Error where a link leads elsewhere, or there is too much
 */
export async function readChartFolder(folder: string): Promise<ChartFiles> {
  const root = await realpath(folder).catch(error => {
    throw fileProblem(error, folder);
  });
  if (!(await stat(root)).isDirectory()) {
    throw new Error(`Not a folder: ${folder}`);
  }
  const files = new Map<string, Buffer>();
  let bytes = 0;
  for await (const { file, path, size } of filesBelow(root, '', [root])) {
    bytes += size;
    if (files.size >= LIMITS.files || bytes > LIMITS.bytes) {
      throw new Error(
        `${folder} holds more than ${LIMITS.files} files or ${
          LIMITS.bytes / MEBIBYTE
        } MiB`,
      );
    }
    files.set(
      path.split(sep).join('/'),
      await readFile(file).catch(error => {
        throw fileProblem(error, join(folder, path));
      }),
    );
  }
  return files;
}

interface FoundFile {
  /** In the chart. */
  path: string;
  /** Where it is, without links. */
  file: string;
  size: number;
}

/** @param above - the folders that it is in, without links */
async function* filesBelow(
  root: string,
  folder: string,
  above: readonly string[],
): AsyncGenerator<FoundFile> {
  for (const name of (await readdir(join(root, folder))).sort()) {
    const path = join(folder, name);
    const file = await realpath(join(root, path)).catch(error => {
      throw fileProblem(error, path);
    });
    if (!file.startsWith(root + sep) || above.includes(file)) {
      throw new Error(`${path} is a link that leads out of its folder`);
    }
    const found = await stat(file);
    if (found.isFile()) {
      yield { path, file, size: found.size };
    } else if (found.isDirectory() && name !== '.git') {
      yield* filesBelow(root, path, [...above, file]);
    }
  }
}
