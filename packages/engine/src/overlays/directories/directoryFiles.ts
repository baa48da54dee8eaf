import { posix } from 'node:path';
import { z } from 'zod/v4';
import { TimeSlices } from '../../processes/TimeSlices';
import {
  Glob,
  GlobWork,
  LONGEST_PATTERN,
} from '../../targets/access/patterns/glob';
import { cannotPreview } from '../../cannotPreview';
import { SelectedFiles } from '../files/SelectedFiles';

const directorySchema = z.object({
  recurse: z.boolean().default(false),
  include: z.string().default(''),
  exclude: z.string().default(''),
  disableExtensionFilter: z.boolean().default(false),
});

/** Places of paths that patterns are compared with: some seconds, in which others have their turn. */
const MOST_WORK = 100_000_000;

/**
 * Selects the manifests of a plain directory (argo-cd v3.6.1 reposerver/repository getPotentiallyValidManifests).
 *
 * @throws InputError for what is a program: Jsonnet; and for patterns that take too long
 */
export async function directoryFiles(
  selected: SelectedFiles,
  directory: string,
  options: Record<string, unknown> | undefined,
): Promise<string[]> {
  const { disableExtensionFilter, exclude, include, recurse } =
    directorySchema.parse(options ?? {});
  const prefix = directory === '.' ? '' : `${directory}/`;
  const excluded = pathMatcher(exclude);
  const included = pathMatcher(include);
  const slices = TimeSlices.create();
  const candidates: string[] = [];
  for (const path of selected.tree.below(directory)) {
    await slices.next();
    const name = path.slice(prefix.length);
    if (
      selected.tree.entries.get(path)?.mode !== '160000' &&
      (recurse || !name.includes('/')) &&
      (disableExtensionFilter ||
        /\.(yaml|yml|json|jsonnet)$/.test(posix.basename(path))) &&
      (exclude === '' || !excluded(name)) &&
      (include === '' || included(name))
    ) {
      candidates.push(path);
    }
  }
  const jsonnet = candidates.find(path => path.endsWith('.jsonnet'));
  if (jsonnet) {
    throw cannotPreview({ id: 'isJsonnet', parameters: { file: jsonnet } });
  }
  const manifests: string[] = [];
  for (const path of candidates) {
    manifests.push(await selected.addFile(path));
  }
  return manifests;
}

/** What is no pattern matches nothing, as for Argo CD. */
function pathMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > LONGEST_PATTERN) {
    throw cannotPreview({
      id: 'patternTooLong',
      parameters: {
        pattern: `${pattern.slice(0, 100)}…`,
        limit: LONGEST_PATTERN,
      },
    });
  }
  const glob = Glob.compile(pattern);
  const work = GlobWork.create(MOST_WORK);
  return path => {
    const matches = glob ? glob.matches(path, work) : false;
    if (matches === undefined) {
      throw cannotPreview({ id: 'patternTooSlow', parameters: { pattern } });
    }
    return matches;
  };
}
