import { posix } from 'node:path';
import { z } from 'zod/v4';
import { matchGlob } from '../../targets/access/patterns/glob';
import { cannotPreview } from '../../cannotPreview';
import { SelectedFiles } from '../files/SelectedFiles';

const directorySchema = z.object({
  recurse: z.boolean().default(false),
  include: z.string().default(''),
  exclude: z.string().default(''),
  disableExtensionFilter: z.boolean().default(false),
});

/**
 * Selects the manifests of a plain directory (argo-cd v3.6 reposerver/repository getPotentiallyValidManifests).
 *
 * @throws InputError for what is a program: Jsonnet
 */
export async function directoryFiles(
  selected: SelectedFiles,
  directory: string,
  options: Record<string, unknown> | undefined,
): Promise<string[]> {
  const { disableExtensionFilter, exclude, include, recurse } =
    directorySchema.parse(options ?? {});
  const prefix = directory === '.' ? '' : `${directory}/`;
  const matches = (glob: string, path: string) =>
    matchGlob(glob, path.slice(prefix.length)) === true;
  const candidates = selected.tree
    .below(directory)
    .filter(
      path =>
        selected.tree.entries.get(path)?.mode !== '160000' &&
        (recurse || !path.slice(prefix.length).includes('/')) &&
        (disableExtensionFilter ||
          /\.(yaml|yml|json|jsonnet)$/.test(posix.basename(path))) &&
        (exclude === '' || !matches(exclude, path)) &&
        (include === '' || matches(include, path)),
    );
  const jsonnet = candidates.find(path => path.endsWith('.jsonnet'));
  if (jsonnet) {
    throw cannotPreview(`${jsonnet} is a Jsonnet program`);
  }
  const manifests: string[] = [];
  for (const path of candidates) {
    manifests.push(await selected.addFile(path));
  }
  return manifests;
}
