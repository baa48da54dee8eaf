import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const lockfileSchema = z
  .record(
    z.string(),
    z.object({
      // A number in what the lockfile says of itself.
      version: z.union([z.string(), z.number()]).transform(String),
      resolution: z.string().optional(),
    }),
  )
  .transform(entries => Object.values(entries));

/** Which versions of each package a lockfile of Yarn has, sorted. */
export async function lockedVersions(
  file: string,
): Promise<Map<string, string[]>> {
  const versions = new Map<string, string[]>();
  const entries = lockfileSchema.parse(parse(await readFile(file, 'utf8')));
  for (const { resolution, version } of entries) {
    const name = resolution?.match(/^(@?[^@]+)@npm:/)?.[1];
    if (name) {
      versions.set(name, [...(versions.get(name) ?? []), version].sort());
    }
  }
  return versions;
}
