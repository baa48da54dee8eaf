import {
  comparePrereleases,
  compareVersions,
  parseVersion,
  Version,
} from './Version';

const LONGEST = 512;
const MOST_GROUPS = 32;

/** A version in which parts may be left out, or be an `x`. */
const PART = '[0-9|xX*]+';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const PATTERN = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`;

const SPACE = '[\\t\\n\\f\\r ]';
const HYPHEN_RANGE = new RegExp(
  `${SPACE}*(${PATTERN})${SPACE}+-${SPACE}+(${PATTERN})${SPACE}*`,
  'g',
);
const COMPARATOR = new RegExp(
  `${SPACE}*(!=|=>|=<|>=|<=|~>|=|>|<|~|\\^|)${SPACE}*(${PATTERN})${SPACE}*`,
  'y',
);
const PARTS = new RegExp(
  `^v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${IDENTIFIERS})?`,
);

/** One condition of a range, such as `>=1.2`. */
interface Comparator {
  operator: string;
  /** What is left out is 0. */
  version: Version;
  /** The first part that is left out or an `x`; `undefined` where all are there. */
  open: 'major' | 'minor' | 'patch' | undefined;
}

/** Versions that a revision or dependency asks for: any of the groups, all conditions of which hold. */
export interface VersionRange {
  groups: readonly (readonly Comparator[])[];
}

/**
 * Reads a range as Masterminds/semver v3.5 does, which Argo CD and Helm use; `undefined` for what is none, a plain
 * version included. By hand, since many of node-semver's rules are others: commas, `!=`, `=>`, prereleases, `>11`,
 * `~0.0.0`.
 */
export function parseVersionRange(text: string): VersionRange | undefined {
  const isVersion = typeof parseVersion(text) === 'object';
  if (isVersion || text.length > LONGEST) {
    return undefined;
  }
  const groups = text
    .replace(HYPHEN_RANGE, (_, from, to) => `>= ${from}, <= ${to} `)
    .split('||');
  if (groups.length > MOST_GROUPS) {
    return undefined;
  }
  const parsed = groups.map(parseGroup);
  return parsed.every(group => group !== undefined)
    ? { groups: parsed }
    : undefined;
}

/** Whether a version is one of those. A prerelease is one only where a condition of the same group names one. */
export function isInRange(version: Version, { groups }: VersionRange): boolean {
  return groups.some(
    group =>
      (version.prerelease === '' ||
        group.some(comparator => comparator.version.prerelease !== '')) &&
      group.every(comparator => holds(version, comparator)),
  );
}

/** The conditions, apart from each other by spaces or a comma. */
function parseGroup(text: string): Comparator[] | undefined {
  const comparators: Comparator[] = [];
  let at = 0;
  do {
    COMPARATOR.lastIndex = at;
    const match = COMPARATOR.exec(text);
    const comparator = match && parseComparator(match[1], match[2]);
    if (!comparator) {
      return undefined;
    }
    comparators.push(comparator);
    at += match[0].length;
    if (text[at] === ',') {
      at++;
    } else if (at < text.length && !/[\t\n\f\r ]$/.test(match[0])) {
      return undefined;
    }
  } while (at < text.length);
  return text.endsWith(',') ? undefined : comparators;
}

function parseComparator(
  operator: string,
  text: string,
): Comparator | undefined {
  const [, major, minor, patch, prerelease = ''] = PARTS.exec(text) ?? [];
  const open = firstOpen(major, minor, patch);
  const numbers = {
    major: '0.0.0',
    minor: `${major}.0.0`,
    patch: `${major}.${minor}.0`,
    none: `${major}.${minor}.${patch}`,
  }[open ?? 'none'];
  const version = parseVersion(`${numbers}${prerelease}`);
  return typeof version === 'object' ? { operator, version, open } : undefined;
}

function firstOpen(
  major: string | undefined,
  minor: string | undefined,
  patch: string | undefined,
): Comparator['open'] {
  if (isOpen(major)) {
    return 'major';
  }
  if (isOpen(minor)) {
    return 'minor';
  }
  return isOpen(patch) ? 'patch' : undefined;
}

function isOpen(part: string | undefined): boolean {
  return part === undefined || ['x', 'X', '*'].includes(part);
}

function holds(version: Version, comparator: Comparator): boolean {
  const { operator, version: named, open } = comparator;
  const order = compareVersions(version, named);
  const sameMajor = version.major === named.major;
  const sameMinor = sameMajor && version.minor === named.minor;
  switch (operator) {
    case '':
    case '=':
      return open ? isClose(version, comparator) : order === 0;
    case '!=':
      return isOther(version, comparator);
    case '>':
      if (open === 'minor') {
        return version.major > named.major;
      }
      return open === 'patch'
        ? version.major > named.major ||
            (sameMajor && version.minor > named.minor)
        : order > 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return open
        ? version.major < named.major ||
            (sameMajor && (open === 'minor' || version.minor <= named.minor))
        : order <= 0;
    case '~':
    case '~>':
      return isClose(version, comparator);
    default:
      // `^`
      return (
        order >= 0 &&
        sameMajor &&
        (named.major > 0n ||
          open === 'minor' ||
          (sameMinor &&
            (named.minor > 0n ||
              open === 'patch' ||
              version.patch === named.patch)))
      );
  }
}

/** `~`: the same minor version, or the same major one where the minor one is left open. */
function isClose(version: Version, { version: named, open }: Comparator) {
  const any =
    named.major === 0n &&
    named.minor === 0n &&
    named.patch === 0n &&
    open !== 'minor' &&
    open !== 'patch';
  return (
    compareVersions(version, named) >= 0 &&
    (any ||
      (version.major === named.major &&
        (open === 'minor' || version.minor === named.minor)))
  );
}

function isOther(version: Version, { version: named, open }: Comparator) {
  if (version.major !== named.major) {
    return true;
  }
  switch (open) {
    case 'minor':
      return false;
    case 'patch':
      return (
        version.minor !== named.minor ||
        comparePrereleases(version.prerelease, named.prerelease) !== 0
      );
    default:
      return compareVersions(version, named) !== 0;
  }
}
