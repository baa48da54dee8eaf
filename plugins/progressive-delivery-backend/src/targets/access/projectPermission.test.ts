import { AppProject, appProjectSchema } from '../applications/appProject';
import {
  keepsToOrganisation,
  permitsApplicationNamespace,
  permitsDestination,
  permitsRepository,
  ProjectDestination,
} from './projectPermission';

const project = (spec: object): AppProject =>
  appProjectSchema.parse({ metadata: { name: 'default' }, spec });

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

describe('permitsDestination', () => {
  const OWN = 'https://kubernetes.default.svc';

  it.each<[object[], Partial<ProjectDestination>, boolean]>([
    [
      [{ server: OWN, namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      true,
    ],
    [
      [{ server: OWN, namespace: 'default' }],
      { server: OWN, namespace: 'kube-system' },
      false,
    ],
    [
      [{ server: 'https://my-cluster', namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      false,
    ],
    [
      [{ server: OWN, namespace: '*' }],
      { server: OWN, namespace: 'kube-system' },
      true,
    ],
    [
      [{ server: 'https://*.default.svc', namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      true,
    ],
    [
      [{ server: 'https://team1-*', namespace: 'default' }],
      { server: 'https://test2-dev-cluster', namespace: 'default' },
      false,
    ],
    [
      [{ server: OWN, namespace: 'test-*' }],
      { server: OWN, namespace: 'test-foo' },
      true,
    ],
    [
      [{ server: OWN, namespace: 'test-*' }],
      { server: OWN, namespace: 'test' },
      false,
    ],
    [
      [{ server: '*', namespace: '*' }],
      { server: OWN, namespace: 'test' },
      true,
    ],
    [
      [{ namespace: '*', name: 'test' }],
      { name: 'test', namespace: 'test' },
      true,
    ],
    [
      [{ namespace: '*', name: 'test2' }],
      { name: 'test', namespace: 'test' },
      false,
    ],
    [
      [
        { name: 'hub', server: OWN, namespace: '!{kube-system,argocd}' },
        { name: 'spoke', server: 'https://eks', namespace: '*' },
      ],
      { server: 'https://eks', namespace: 'kube-system' },
      true,
    ],
    [[], { server: OWN, namespace: 'default' }, false],
  ])('of %j, %j: %s', (destinations, destination, expected) => {
    expect(
      permitsDestination(project({ destinations }), {
        server: '',
        name: '',
        namespace: '',
        ...destination,
      }).permitted,
    ).toBe(expected);
  });

  it.each<[object[], Partial<ProjectDestination>, boolean]>([
    [
      [{ server: `!${OWN}`, namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      false,
    ],
    [
      [{ server: OWN, namespace: '!default' }],
      { server: OWN, namespace: 'kube-system' },
      true,
    ],
    [
      [{ server: '!https://my-cluster', namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      true,
    ],
    [
      [{ server: '!https://*.default.svc', namespace: 'default' }],
      { server: OWN, namespace: 'default' },
      false,
    ],
    [
      [{ server: OWN, namespace: '!test-*' }],
      { server: OWN, namespace: 'test-foo' },
      false,
    ],
    [
      [{ namespace: '*', name: '!test' }],
      { name: 'test', namespace: 'test' },
      false,
    ],
    [
      [{ namespace: '*', name: '!test2' }],
      { name: 'test', namespace: 'test' },
      true,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: '*', namespace: '!kube-system' },
      ],
      { server: OWN, namespace: 'kube-system' },
      false,
    ],
    [
      [
        { server: OWN, namespace: '*' },
        { server: `!${OWN}`, namespace: '*' },
      ],
      { server: OWN, namespace: 'kube-system' },
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: `!${OWN}`, namespace: 'kube-system' },
        { server: '*', namespace: '!kube-system' },
      ],
      { server: OWN, namespace: 'default' },
      true,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: 'https://test-server', namespace: '!other' },
      ],
      { server: 'https://other-test-server', namespace: 'other' },
      true,
    ],
    [
      [
        { name: '*', namespace: '*' },
        { name: '!bad', namespace: 'other' },
      ],
      { name: 'bad', namespace: 'test' },
      // Argo CD 3.6.1 permits this, 3.4.0 to 3.5.1 deny it.
      false,
    ],
    [
      [
        { name: '*', namespace: '*' },
        { name: '!bad', namespace: 'other' },
      ],
      { name: 'good', namespace: 'test' },
      true,
    ],
    [
      [
        { name: '*', namespace: '*' },
        { name: '!bad', namespace: 'test' },
      ],
      { name: 'bad', namespace: 'test' },
      false,
    ],
  ])('of %j with negations, %j: %s', (destinations, destination, expected) => {
    expect(
      permitsDestination(project({ destinations }), {
        server: '',
        name: '',
        namespace: '',
        ...destination,
      }).permitted,
    ).toBe(expected);
  });

  describe('where only Argo CD knows the server of a name', () => {
    const permits = (...destinations: object[]) =>
      permitsDestination(project({ destinations }), {
        server: undefined,
        name: 'staging',
        namespace: 'agents',
      }).permitted;

    it('permits what is permitted whatever the server', () => {
      expect(permits({ name: 'staging', namespace: '*' })).toBe(true);
      expect(permits({ server: '*', namespace: '*' })).toBe(true);
    });

    it('does not permit what depends on it', () => {
      expect(permits({ server: 'https://*', namespace: '*' })).toBe(false);
      expect(permits({ server: '!https://prod', namespace: '*' })).toBe(false);
    });

    it('denies what it could deny', () => {
      const all = { server: '*', namespace: '*' };
      expect(permits(all, { server: '!https://prod', namespace: '*' })).toBe(
        false,
      );
      expect(
        permits(all, { server: 'https://prod', namespace: '!agents' }),
      ).toBe(false);
      expect(permits(all, { server: 'https://prod', namespace: '!b' })).toBe(
        true,
      );
    });
  });

  it('denies by a namespace pattern that is none', () => {
    expect(
      permitsDestination(
        project({
          destinations: [
            { server: '*', namespace: '*' },
            { server: '*', namespace: '!{kube-system' },
          ],
        }),
        { server: OWN, name: 'in-cluster', namespace: 'agents' },
      ),
    ).toEqual({
      permitted: false,
      by: expect.objectContaining({ text: 'Denied by spec.destinations[1]' }),
    });
  });

  it.each<[string, object[]]>([
    ['Not among spec.destinations', [{ server: '*', namespace: 'other' }]],
    ['Denied by spec.destinations[0]', [{ server: '*', namespace: '!agents' }]],
    [
      'Denied by spec.destinations[1]',
      [
        { server: '*', namespace: '*' },
        { name: '!in-cluster', namespace: '*' },
      ],
    ],
    [
      'Denied by spec.destinations[1], as Argo CD 3.4 and 3.5 read it whatever the namespace',
      [
        { server: '*', namespace: '*' },
        { name: '!in-cluster', namespace: 'other' },
      ],
    ],
  ])('says which rule decided: %s', (text, destinations) => {
    expect(
      permitsDestination(project({ destinations }), {
        server: OWN,
        name: 'in-cluster',
        namespace: 'agents',
      }),
    ).toEqual({
      permitted: false,
      by: expect.objectContaining({ text }),
    });
  });

  it('permits nothing where clusters are kept in Secrets that we do not read', () => {
    expect(
      permitsDestination(
        project({
          destinations: [{ server: '*', namespace: '*' }],
          permitOnlyProjectScopedClusters: true,
        }),
        { server: OWN, name: 'in-cluster', namespace: 'agents' },
      ).permitted,
    ).toBe(false);
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
