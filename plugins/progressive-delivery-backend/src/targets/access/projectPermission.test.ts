import {
  keepsToOrganisation,
  permitsApplicationNamespace,
  permitsRepository,
} from './projectPermission';
import { project } from './__testUtils__/project';

// The tables of argo-cd v3.6 pkg/apis/application/v1alpha1/types_test.go, and beside them what we are stricter about.

describe('permitsRepository', () => {
  it.each<[string[], string, boolean]>([
    [['*'], 'https://github.com/argoproj/test.git', true],
    [
      ['https://github.com/argoproj/test.git'],
      'https://github.com/argoproj/test.git',
      true,
    ],
    [
      ['ssh://git@GITHUB.com:argoproj/test'],
      'ssh://git@github.com:argoproj/test',
      true,
    ],
    [
      ['https://github.com/argoproj/*'],
      'https://github.com/argoproj/argoproj.git',
      true,
    ],
    [
      [
        'https://github.com/test1/test.git',
        'https://github.com/test2/test.git',
      ],
      'https://github.com/test2/test.git',
      true,
    ],
    [
      ['https://github.com/argoproj/test1.git'],
      'https://github.com/argoproj/test2.git',
      false,
    ],
    [
      ['https://github.com/argoproj/*.git'],
      'https://github.com/argoproj1/test2.git',
      false,
    ],
    [
      ['https://github.com/argoproj/foo'],
      'https://github.com/argoproj/foo1',
      false,
    ],
    [
      ['https://gitlab.com/group/*'],
      'https://gitlab.com/group/repo/owner',
      false,
    ],
    [
      ['https://gitlab.com/group/*/*'],
      'https://gitlab.com/group/repo/owner',
      true,
    ],
    [
      ['https://gitlab.com/group/*/*/*'],
      'https://gitlab.com/group/sub-group/repo/owner',
      true,
    ],
    [
      ['https://gitlab.com/group/**'],
      'https://gitlab.com/group/sub-group/repo/owner',
      true,
    ],
    [['https://github.com/**'], 'https://github.com/some-org/repo.git', true],
    [['https://github.com/**'], 'https://gitlab.com/group/repo.git', false],
    [['https://github.com/*'], 'https://github.com/argoproj/test.git', false],
    [[], 'https://github.com/argoproj/test.git', false],
  ])('of %j, %s: %s', (sourceRepos, repository, expected) => {
    expect(
      permitsRepository(project({ sourceRepos }), repository).permitted,
    ).toBe(expected);
  });

  it.each<[string[], string, boolean]>([
    [
      ['!https://github.com/argoproj/test.git'],
      'https://github.com/argoproj/test.git',
      false,
    ],
    [
      ['!ssh://git@GITHUB.com:argoproj/test'],
      'ssh://git@github.com:argoproj/test',
      false,
    ],
    [
      ['!https://github.com/argoproj/*'],
      'https://github.com/argoproj/argoproj.git',
      false,
    ],
    [
      [
        'https://github.com/test1/test.git',
        '!https://github.com/test2/test.git',
      ],
      'https://github.com/test2/test.git',
      false,
    ],
    [
      ['!https://github.com/argoproj/foo*'],
      'https://github.com/argoproj/foo1',
      false,
    ],
    [
      ['!https://gitlab.com/group/*/*'],
      'https://gitlab.com/group/repo/owner',
      false,
    ],
    [
      ['!https://gitlab.com/group/**'],
      'https://gitlab.com/group/sub-group/repo/owner',
      false,
    ],
    [
      ['*', '!https://github.com/**'],
      'https://github.com/argoproj/test.git',
      false,
    ],
    [
      ['*', '!https://github.com/**'],
      'https://gitlab.com/group/repo.git',
      true,
    ],
    [
      ['!https://github.com/argoproj/*.git', '*'],
      'https://github.com/argoproj1/test2.git',
      true,
    ],
  ])('of %j with negations, %s: %s', (sourceRepos, repository, expected) => {
    expect(
      permitsRepository(project({ sourceRepos }), repository).permitted,
    ).toBe(expected);
  });

  it.each([
    'https://github.com/argoproj/../secret/vault',
    'https://github.com/argoproj/%2e%2e/secret/vault',
    '',
  ])('not even * permits %j, which is not what it seems to be', repository => {
    expect(
      permitsRepository(
        project({ sourceRepos: ['*', 'https://github.com/argoproj/**'] }),
        repository,
      ),
    ).toEqual({
      permitted: false,
      by: expect.objectContaining({
        text: 'Denied as a URL that is ambiguous',
      }),
    });
  });

  it.each(['!https://github.com/{secret,vault}/*', '![a', '!{a'])(
    'denies everything by %j, which Argo CD would deny nothing by',
    pattern => {
      expect(
        permitsRepository(
          project({ sourceRepos: ['*', pattern] }),
          'https://github.com/secret/x',
        ),
      ).toEqual({
        permitted: false,
        by: expect.objectContaining({ text: 'Denied by spec.sourceRepos[1]' }),
      });
    },
  );
});

describe('keepsToOrganisation', () => {
  it.each([
    ['https://github.com/argoproj/test'],
    ['https://github.com/argoproj/*'],
    ['https://gitlab.com/group/**'],
    ['https://gitlab.com/group/{a,b}/*'],
    ['git@github.com/argoproj/*'],
    ['registry.example.com/charts/*'],
    ['https://git.example.com/gitea/platform/*', '/gitea'],
    ['https://bitbucket.example.com/scm/proj/*', '/scm'],
  ])('is so of %s', (pattern, base = '') => {
    expect(keepsToOrganisation(pattern, base)).toBe(true);
  });

  it.each([
    ['*'],
    ['**'],
    ['https://**'],
    ['https://*.example.com/argoproj/test'],
    ['https://github.com/*'],
    ['https://github.com/**'],
    ['https://github.com/*/gitops'],
    ['https://github.com/argo*'],
    ['https://github.com/argo*/test'],
    ['https://github.com/{argoproj,secret}/test'],
    ['https://github.com/[a-z]rgoproj/test'],
    ['https://github.com/argopro?/test'],
    ['*@github.com/argoproj/test'],
    ['git@github.com/*'],
    ['https://git.example.com/gitea/*', '/gitea'],
    ['https://git.example.com/gitea*', '/gitea'],
    ['https://bitbucket.example.com/scm/*/*', '/scm'],
  ])('is not so of %s', (pattern, base = '') => {
    expect(keepsToOrganisation(pattern, base)).toBe(false);
  });

  it.each<[string[], boolean]>([
    [['*'], false],
    [['*', 'https://github.com/argoproj/*'], true],
    [['https://github.com/argoproj/*', '*'], true],
    [['https://github.com/argoproj/other', '*'], false],
    [['!https://github.com/secret/*'], false],
    [['!https://github.com/argoproj/other'], false],
  ])('of a repository that %j permit is %s', (sourceRepos, inOrganisation) => {
    expect(
      permitsRepository(
        project({ sourceRepos }),
        'https://github.com/argoproj/test.git',
      ),
    ).toEqual({ permitted: true, inOrganisation });
  });
});

describe('permitsApplicationNamespace', () => {
  it("always permits Argo CD's own", () => {
    expect(permitsApplicationNamespace(project({}), 'argocd', 'argocd')).toBe(
      true,
    );
  });

  it.each<[string[], boolean]>([
    [[], false],
    [['some-ns'], true],
    [['some-*'], true],
    [['other'], false],
    [['/^some-(ns|other)$/'], true],
    [['/^ns$/'], false],
    [['/some/'], true],
    [['/^some-.*$/'], true],
    [['/^other-.*$/'], false],
    [['/^(a|b)$/'], false],
    [['/^(some-ns|b)$/'], true],
    // Takes forever, or could.
    [['/(s|s)+.*-ns/'], false],
    [['/[s]ome-ns/'], false],
    [['/[/'], false],
  ])('of %j, some-ns: %s', (sourceNamespaces, expected) => {
    expect(
      permitsApplicationNamespace(
        project({ sourceNamespaces }),
        'some-ns',
        'argocd',
      ),
    ).toBe(expected);
  });
});
