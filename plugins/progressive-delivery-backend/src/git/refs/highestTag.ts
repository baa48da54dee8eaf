import {
  compareVersions,
  isInRange,
  parseVersion,
  Version,
  VersionRange,
} from '@progressive-delivery/engine';

/**
 * The tag that a range stands for, or why there is none.
 *
 * - `unreadable`: a tag that looks like a version and is none
 * - `alike`: tags of the highest version at different commits; empty where no tag is in the range
 */
export type HighestTag =
  | { tag: string }
  | { unreadable: string }
  | { alike: string[] };

/**
 * The highest version of a range among tags (argo-cd v3.6 util/versions MaxVersion). One tag that looks like a version
 * and is none lets Argo CD resolve no range at all; which of two tags of the same version it takes is left to chance.
 */
export function highestTag(
  range: VersionRange,
  commits: ReadonlyMap<string, string>,
): HighestTag {
  let highest: { version: Version; tags: string[] } | undefined;
  for (const tag of commits.keys()) {
    const version = parseVersion(tag);
    if (version === 'unreadable') {
      return { unreadable: tag };
    }
    if (version !== 'none' && isInRange(version, range)) {
      const order = highest ? compareVersions(version, highest.version) : 1;
      if (order > 0) {
        highest = { version, tags: [tag] };
      } else if (order === 0) {
        highest?.tags.push(tag);
      }
    }
  }
  if (!highest) {
    return { alike: [] };
  }
  const { tags } = highest;
  const [tag] = tags;
  return new Set(tags.map(each => commits.get(each))).size === 1
    ? { tag }
    : { alike: tags };
}
