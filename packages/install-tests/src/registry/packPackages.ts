import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { folders } from '../folders';

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
});

export interface PackedPackage {
  manifest: z.infer<typeof manifestSchema>;
  tarball: Buffer;
  sha512: string;
}

/** Builds and packs all packages that are published, as for a release. */
export async function packPackages(
  directory: string,
): Promise<PackedPackage[]> {
  await runCommand('yarn', {
    args: ['pack:all', directory],
    cwd: folders.repository,
  });
  const files = await readdir(directory);
  return Promise.all(
    files.map(async name => {
      const file = join(directory, name);
      const manifest = await runCommand('tar', {
        args: [
          '--extract',
          '--to-stdout',
          ...['--file', file, 'package/package.json'],
        ],
      });
      const tarball = await readFile(file);
      return {
        manifest: manifestSchema.parse(JSON.parse(manifest)),
        tarball,
        sha512: createHash('sha512').update(tarball).digest('base64'),
      };
    }),
  );
}
