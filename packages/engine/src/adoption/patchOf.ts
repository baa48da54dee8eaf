import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import { FileChange } from './adoptChart';

/**
 * The change of a file as a unified diff, as `git apply` and `patch -p1` take it.
 *
 * @param options.context - unchanged lines around what changes
 */
export function patchOf(
  { after, before, path }: FileChange,
  { context = 3 }: { context?: number } = {},
): string {
  const patch = structuredPatch('a', 'b', before ?? '', after, '', '', {
    context,
  });
  return [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ b/${path}`,
    formatPatch(patch, OMIT_HEADERS),
  ].join('\n');
}
