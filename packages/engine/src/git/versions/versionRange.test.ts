import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { compareVersions, parseVersion, Version } from './Version';
import { isInRange, parseVersionRange } from './versionRange';

/** What the library itself says that Argo CD uses; `versionRanges.go` asks it. */
const said = z
  .object({
    kinds: z.record(z.string(), z.enum(['version', 'none', 'unreadable'])),
    versions: z.array(z.string()),
    order: z.record(z.string(), z.string()),
    ranges: z.record(z.string(), z.array(z.string()).nullable()),
  })
  .parse(
    JSON.parse(
      readFileSync(join(__dirname, '__fixtures__/versionRanges.json'), 'utf8'),
    ),
  );

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (typeof parsed === 'string') {
    throw new Error(`${text} is ${parsed}`);
  }
  return parsed;
}

describe('a version, as Masterminds/semver has it', () => {
  it.each(Object.entries(said.kinds))('%j: %s', (text, kind) => {
    const parsed = parseVersion(text);
    expect(typeof parsed === 'object' ? 'version' : parsed).toBe(kind);
  });

  it('that is too long cannot be read', () => {
    expect(parseVersion(`1.2.3-${'a'.repeat(250)}`)).not.toBe('unreadable');
    expect(parseVersion(`1.2.3-${'a'.repeat(251)}`)).toBe('unreadable');
  });

  it.each(Object.entries(said.order))(
    '%s comes before and after the others',
    (text, order) => {
      const signs = said.versions.map(
        other =>
          '<=>'[Math.sign(compareVersions(version(text), version(other))) + 1],
      );
      expect(signs.join('')).toBe(order);
    },
  );
});

describe('a range, as Masterminds/semver has it', () => {
  it.each(
    Object.entries(said.ranges).flatMap(([text, versions]) =>
      versions ? [[text, versions] as const] : [],
    ),
  )('%j holds the same versions', (text, versions) => {
    const range = parseVersionRange(text);
    expect(range).toBeDefined();
    expect(
      said.versions.filter(each => isInRange(version(each), range!)),
    ).toEqual(versions);
  });

  it.each(Object.keys(said.ranges).filter(text => said.ranges[text] === null))(
    '%j is none',
    text => {
      expect(parseVersionRange(text)).toBeUndefined();
    },
  );

  it('is bounded in length', () => {
    expect(
      parseVersionRange(`>=${'1'.repeat(15)}${' '.repeat(495)}`),
    ).toBeDefined();
    expect(
      parseVersionRange(`>=${'1'.repeat(15)}${' '.repeat(496)}`),
    ).toBeUndefined();
  });

  it.each([
    ['gaps', `1${'  1'.repeat(170)}!`],
    ['commas', `1${', 1'.repeat(170)}!`],
    ['spaces', `1${' '.repeat(510)}!`],
    ['digits', '1'.repeat(512)],
    ['hyphens', `1${' - 1'.repeat(127)}`],
    ['identifiers', `1-${'a.'.repeat(255)}`],
  ])('takes no long time over many %s', (_, text) => {
    const started = performance.now();
    parseVersionRange(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
