import { compareVersions, parseVersion, Version } from '../versions/Version';
import { isInRange, VersionRange } from '../versions/versionRange';

/** The tag that a range stands for, or why there is none, as the end of a sentence. */
export type HighestTag = { tag: string } | { none: string };

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
      return {
        none: `its tag ${tag} looks like a version and is none, which keeps Argo CD from resolving any range`,
      };
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
    return { none: 'no tag of it is a version in that range' };
  }
  const { tags } = highest;
  const [tag] = tags;
  return new Set(tags.map(each => commits.get(each))).size === 1
    ? { tag }
    : {
        none: `its tags ${tags.join(
          ' and ',
        )} are the same version at different commits, of which Argo CD takes any`,
      };
}
