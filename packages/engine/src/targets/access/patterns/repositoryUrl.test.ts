import {
  isPlain,
  normalizeGitUrl,
  readableRepository,
  repositoryPattern,
} from './repositoryUrl';

describe('normalizeGitUrl', () => {
  it.each([
    [
      'https://GitHub.com/Argoproj/Test.git',
      'https://github.com/argoproj/test',
    ],
    ['git@github.com:argoproj/test.git', 'git@github.com/argoproj/test'],
    ['ssh://git@github.com/argoproj/test', 'git@github.com/argoproj/test'],
    [' https://github.com/a/b ', 'https://github.com/a/b'],
    ['https://github.com/a/b/', 'https://github.com/a/b/'],
  ])('compares %s as %s', (url, expected) => {
    expect(normalizeGitUrl(url)).toBe(expected);
  });
});

describe('readableRepository', () => {
  it.each([
    ['https://git.example.com/platform/gitops.git'],
    ['https://git.example.com/platform/gitops'],
    ['https://git.example.com/platform/gitops/'],
    ['https://GIT.example.com:443/platform/gitops.git/'],
    ['https://user:token@git.example.com/platform/gitops.git'],
    ['git@git.example.com:platform/gitops.git'],
    ['ssh://git@git.example.com:2222/platform/gitops.git'],
  ])('%s is read from one and the same repository', url => {
    expect(readableRepository(url)).toBe(
      'https://git.example.com/platform/gitops',
    );
  });

  it('names a registry of charts as rules do', () => {
    for (const url of [
      'Registry.example.com/charts',
      'oci://registry.example.com/charts/',
    ]) {
      expect(readableRepository(url)).toBe('oci://registry.example.com/charts');
    }
    expect(
      readableRepository('registry.example.com/../charts'),
    ).toBeUndefined();
  });

  it('keeps what may tell repositories apart', () => {
    expect(readableRepository('http://host:3000/A/b.git')).toBe(
      'http://host:3000/A/b',
    );
  });

  it.each([
    'https://git.example.com/platform/../secret/vault',
    'https://git.example.com/platform/%2e%2E/secret/vault',
    'https://git.example.com/platform/x%2f..%2fsecret',
    'https://git.example.com/platform/x%252fsecret',
    'https://git.example.com\\platform\\x',
    'https://git.example.com/platform/x?y',
    'https://git.example.com/platform/x#y',
    'git@git.example.com:../secret/vault',
    'https://git.example.com/a b',
    'gitops',
    '',
  ])('%j is no repository that could be told from another', url => {
    expect(readableRepository(url)).toBeUndefined();
  });
});

describe('isPlain', () => {
  it('takes dots within a name for what they are', () => {
    expect(isPlain('https://git.example.com/a..b/.github')).toBe(true);
  });
});

describe('repositoryPattern', () => {
  it.each([
    [
      'https://GIT.example.com/Platform/*',
      'https://git.example.com/Platform/*',
    ],
    ['https://git.example.com/a/b.git', 'https://git.example.com/a/b'],
    ['*', '*'],
  ])('%s becomes %s', (pattern, expected) => {
    expect(repositoryPattern(pattern)).toBe(expected);
  });
});
