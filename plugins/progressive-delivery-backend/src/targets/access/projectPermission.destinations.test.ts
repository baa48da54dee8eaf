import { permitsDestination, ProjectDestination } from './projectPermission';
import { project } from './__testUtils__/project';

// The tables of argo-cd v3.6 pkg/apis/application/v1alpha1/types_test.go, and beside them what we are stricter about.

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
