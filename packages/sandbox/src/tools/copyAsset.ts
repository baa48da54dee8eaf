import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Copies a folder out of Go's module cache, so that starting needs no `go`. A copy that is there is complete.
 * The module cache is read-only; the copy is not, or nobody could delete it.
 */
export async function copyAsset(
  source: string,
  destination: string,
): Promise<void> {
  const temporary = `${destination}.${process.pid}`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(dirname(destination), { recursive: true });
  await copyWritable(source, temporary);
  await rename(temporary, destination);
}

async function copyWritable(source: string, destination: string) {
  await mkdir(destination, { recursive: true });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(destination, entry.name);
    if (entry.isDirectory()) {
      await copyWritable(from, to);
    } else {
      await cp(from, to);
      await chmod(to, 0o644);
    }
  }
}
