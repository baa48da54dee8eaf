import { cacheKey, CacheKeyInput } from './cacheKey';
import { isNewEnough } from './checkPrerequisites';

const input: CacheKeyInput = {
  module: {
    name: 'helm3',
    tools: [{ name: 'helm3', package: 'helm.sh/helm/v3/cmd/helm' }],
    assets: [],
  },
  goVersion: '1.26.10',
  platform: 'linux/x64',
  files: { 'go.mod': 'module a', 'go.sum': 'b' },
};

describe('cacheKey', () => {
  it('is the same for the same input, in whatever order files are listed', () => {
    expect(
      cacheKey({ ...input, files: { 'go.sum': 'b', 'go.mod': 'module a' } }),
    ).toBe(cacheKey(input));
    expect(cacheKey(input)).toMatch(/^helm3-[0-9a-f]{12}$/);
  });

  it.each<[string, Partial<CacheKeyInput>]>([
    ['a checksum', { files: { 'go.mod': 'module a', 'go.sum': 'c' } }],
    ['the Go release', { goVersion: '1.27.0' }],
    ['the platform', { platform: 'linux/arm64' }],
    [
      'a link flag',
      {
        module: {
          ...input.module,
          tools: [{ ...input.module.tools[0], variables: { a: 'b' } }],
        },
      },
    ],
  ])('changes with %s', (_what, change) => {
    expect(cacheKey({ ...input, ...change })).not.toBe(cacheKey(input));
  });
});

describe('isNewEnough', () => {
  it.each<[string, [number, number], boolean]>([
    ['go1.26.8', [1, 21], true],
    ['go1.20', [1, 21], false],
    ['git version 2.39.5', [2, 27], true],
    ['12.2.0\n', [4, 8], true],
    ['no number', [1, 0], false],
  ])('of %s against %s is %s', (said, oldest, enough) => {
    expect(isNewEnough(said, oldest)).toBe(enough);
  });
});
