/** The largest number that a part of a version may be: what 64 bits hold. */
const LARGEST = 2n ** 64n - 1n;
const LONGEST = 256;

const VERSION =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** A semantic version as Masterminds/semver v3.5 reads and orders them: `v1.2` and `01.2` are ones, too. */
export interface Version {
  major: bigint;
  minor: bigint;
  patch: bigint;
  /** Behind the dash; empty for a release. */
  prerelease: string;
}

/**
 * Reads a version. `unreadable` is what looks like one and has a part that none may have, which is another failure to
 * Argo CD than `none`.
 */
export function parseVersion(text: string): Version | 'none' | 'unreadable' {
  if (text.length > LONGEST) {
    return 'unreadable';
  }
  const match = VERSION.exec(text);
  if (!match) {
    return 'none';
  }
  const [major, minor, patch] = match
    .slice(1, 4)
    .map(part => BigInt(part ?? '0'));
  const prerelease = match[4] ?? '';
  return [major, minor, patch].some(part => part > LARGEST) ||
    prerelease.split('.').some(part => /^0\d+$/.test(part))
    ? 'unreadable'
    : { major, minor, patch, prerelease };
}

/** Below zero where `a` comes before `b`. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compare(a.major, b.major) ||
    compare(a.minor, b.minor) ||
    compare(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

export function comparePrereleases(a: string, b: string): number {
  if (a === '' || b === '') {
    // A release comes after all that led to it.
    return compare(Number(a === ''), Number(b === ''));
  }
  const parts = [a.split('.'), b.split('.')];
  const length = Math.max(...parts.map(each => each.length));
  for (let index = 0; index < length; index++) {
    const order = comparePart(parts[0][index] ?? '', parts[1][index] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** Nothing comes before numbers, and numbers before words. */
function comparePart(a: string, b: string): number {
  if (a === '' || b === '') {
    return compare(Number(a !== ''), Number(b !== ''));
  }
  const numbers = [a, b].map(numberOf);
  if (numbers[0] === undefined || numbers[1] === undefined) {
    return (
      compare(
        Number(numbers[0] === undefined),
        Number(numbers[1] === undefined),
      ) || compare(a, b)
    );
  }
  return compare(numbers[0], numbers[1]);
}

function numberOf(part: string): bigint | undefined {
  const number = /^\d+$/.test(part) ? BigInt(part) : undefined;
  return number !== undefined && number <= LARGEST ? number : undefined;
}

function compare<T extends bigint | number | string>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}
