import {
  compareVersions,
  parseVersion,
  Version,
} from '../../git/versions/Version';
import { isInRange, parseVersionRange } from '../../git/versions/versionRange';

/** Whether it is one version, whole or not, and no range of several. */
export function isVersion(text: string): boolean {
  return typeof parseVersion(text) === 'object';
}

/**
 * The version that Helm and Argo CD take of those that there are: that of exactly this name, otherwise the newest that
 * the range means, `1.2` being one (helm v4.3 pkg/repo/v1 IndexFile.Get, argo-cd v3.6 util/versions MaxVersion).
 * `undefined` where there is none.
 */
export function pickVersion(
  versions: readonly string[],
  wanted: string,
): string | undefined {
  const range = parseVersionRange(isVersion(wanted) ? `=${wanted}` : wanted);
  if (!range || versions.includes(wanted)) {
    return range && wanted;
  }
  let newest: { text: string; version: Version } | undefined;
  for (const text of versions) {
    const version = parseVersion(text);
    if (
      typeof version === 'object' &&
      isInRange(version, range) &&
      (!newest || compareVersions(newest.version, version) < 0)
    ) {
      newest = { text, version };
    }
  }
  return newest?.text;
}
