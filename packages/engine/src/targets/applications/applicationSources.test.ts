import { applicationSchema } from './application';
import {
  applicationRepositories,
  applicationSources,
} from './applicationSources';

const GITOPS = 'https://git.example.com/platform/gitops.git';

/** The Application `agents`, with fields of its own. */
const application = ({ spec }: { spec?: object } = {}) =>
  applicationSchema.parse({
    metadata: { name: 'agents', namespace: 'argocd' },
    spec: {
      source: {
        repoURL: GITOPS,
        targetRevision: 'main',
        path: 'argocd/applications/agents',
      },
      destination: { namespace: 'agents' },
      ...spec,
    },
  });
const sourcesOf = (spec: object) => applicationSources(application({ spec }));
/** Why a single source is not rendered. */
const notRendered = (source: object) => {
  const [read] = sourcesOf({
    source: { repoURL: GITOPS, path: 'a', ...source },
  });
  return read.unreadable ?? read.notRendered;
};
const helmOf = (helm: object) =>
  sourcesOf({ source: { repoURL: GITOPS, path: 'a', helm } })[0].helm!;

describe('applicationSources', () => {
  it('reads a single source', () => {
    const [source, ...others] = applicationSources(application());
    expect(others).toEqual([]);
    expect(source).toEqual({
      field: 'spec.source',
      owner: 'Application agents',
      repository: GITOPS,
      revision: 'main',
      path: 'argocd/applications/agents',
      written: application().spec.source,
    });
  });

  it.each([
    ['./a/b/', 'a/b'],
    ['.', '.'],
    ['', '.'],
    ['a/../b', 'b'],
    ['../b', '../b'],
  ])('reads the path %j as %j', (path, expected) => {
    expect(sourcesOf({ source: { repoURL: GITOPS, path } })[0].path).toBe(
      expected,
    );
  });

  it('reads the default branch where no revision is said', () => {
    const source = { repoURL: GITOPS, path: 'a', targetRevision: '' };
    expect(sourcesOf({ source })[0].revision).toBe('HEAD');
  });

  it('reads several sources in their order, whatever stands in the single one', () => {
    const sources = [
      { repoURL: GITOPS, path: 'b' },
      { repoURL: GITOPS, path: 'a' },
    ];
    expect(sourcesOf({ sources }).map(({ path }) => path)).toEqual(['b', 'a']);
  });

  it('reads what is hydrated, not what comes of that', () => {
    expect(
      sourcesOf({
        sourceHydrator: {
          drySource: { repoURL: GITOPS, path: 'dry', targetRevision: 'main' },
          syncSource: { targetBranch: 'environments/x', path: 'wet' },
        },
      }),
    ).toEqual([
      expect.objectContaining({
        field: 'spec.sourceHydrator.drySource',
        repository: GITOPS,
        revision: 'main',
        path: 'dry',
      }),
    ]);
  });

  it('is empty where there is no source', () => {
    expect(sourcesOf({ source: undefined })).toEqual([]);
    expect(sourcesOf({ source: undefined, sources: [] })).toEqual([]);
  });

  it('keeps the options of helm', () => {
    expect(
      helmOf({
        releaseName: 'agents',
        valueFiles: ['/values.yaml'],
        ignoreMissingValueFiles: true,
        valuesObject: { a: { b: 1 } },
        parameters: [
          { name: 'x', value: 'y', forceString: true },
          { name: 'z' },
        ],
        apiVersions: ['v1'],
        skipCrds: true,
        passCredentials: false,
        fileParameters: [],
        version: '',
      }),
    ).toEqual({
      releaseName: 'agents',
      valueFiles: ['/values.yaml'],
      ignoreMissingValueFiles: true,
      valuesObject: { a: { b: 1 } },
      parameters: [
        { name: 'x', value: 'y', forceString: true },
        { name: 'z', value: '', forceString: false },
      ],
      fileParameters: [],
      apiVersions: ['v1'],
      skipCrds: true,
      skipTests: false,
      skipSchemaValidation: false,
      passCredentials: false,
    });
  });

  it('keeps the options of kustomize', () => {
    const kustomize = {
      namePrefix: 'x-',
      images: ['a=b'],
      replicas: [{ name: 'a', count: '2' }],
      commonLabels: { a: 'b' },
      patches: [{ patch: '- op: remove', target: { kind: 'Service' } }],
    };
    expect(
      sourcesOf({ source: { repoURL: GITOPS, path: 'a', kustomize } })[0]
        .kustomize,
    ).toMatchObject(kustomize);
  });

  it('says what makes the Application, where an ApplicationSet does', () => {
    const made = application();
    made.metadata.ownerReferences = [{ kind: 'ApplicationSet', name: 'all' }];
    expect(applicationSources(made)[0].owner).toBe('ApplicationSet all');
  });

  it('knows a source that is only a ref source', () => {
    const sources = [
      { repoURL: GITOPS, path: 'a' },
      { repoURL: GITOPS, ref: 'values' },
    ];
    expect(sourcesOf({ sources })).toMatchObject([
      { field: 'spec.sources[0]' },
      { field: 'spec.sources[1]', ref: 'values', refOnly: true },
    ]);
  });

  it.each([
    [
      { plugin: {} },
      { id: 'sourceOfPlugin', parameters: { source: 'spec.source' } },
    ],
    [
      { chart: 'agents', path: undefined, targetRevision: undefined },
      {
        id: 'sourceWithoutRevision',
        parameters: { source: 'spec.source', chart: 'agents' },
      },
    ],
    [
      { repoURL: 'oci://registry.example.com/agents' },
      { id: 'sourceInRegistry', parameters: { source: 'spec.source' } },
    ],
    [
      { path: undefined },
      { id: 'sourceWithoutPath', parameters: { source: 'spec.source' } },
    ],
    [
      { path: '/a' },
      { id: 'sourcePathAbsolute', parameters: { source: 'spec.source' } },
    ],
    [
      { tagPrefix: 'agents/' },
      { id: 'sourceHasTagPrefix', parameters: { source: 'spec.source' } },
    ],
    [
      { kustomize: { ofTheFuture: ['a=b'], namePrefix: 'x-', version: '' } },
      {
        id: 'sourceFieldsUnsupported',
        parameters: {
          source: 'spec.source',
          fields: ['kustomize.ofTheFuture'],
        },
      },
    ],
    [
      { helm: { ofTheFuture: { a: 1 }, skipTests: true, version: 'v3' } },
      {
        id: 'sourceFieldsUnsupported',
        parameters: { source: 'spec.source', fields: ['helm.ofTheFuture'] },
      },
    ],
    [
      { helm: { version: 'v2' } },
      {
        id: 'sourceHelmUnknown',
        parameters: { source: 'spec.source', version: 'v2' },
      },
    ],
    [
      { helm: {}, kustomize: {} },
      {
        id: 'sourceOfSeveralKinds',
        parameters: { source: 'spec.source', kinds: ['helm', 'kustomize'] },
      },
    ],
  ])('says why %j is not rendered', (source, expected) => {
    expect(notRendered(source)).toEqual(expected);
  });

  it.each([
    { kustomize: {} },
    { kustomize: { images: [], commonLabels: {}, forceCommonLabels: false } },
    { helm: {} },
    { helm: { version: 'v3', passCredentials: true } },
    { directory: { recurse: true } },
    { ref: 'values' },
    { ref: 'values', path: undefined },
  ])('renders %j', source => {
    expect(notRendered(source)).toBeUndefined();
  });
});

describe('applicationRepositories', () => {
  it('names those of all sources', () => {
    const sources = [
      { repoURL: GITOPS, path: 'a' },
      { repoURL: 'https://charts.example.com', chart: 'c' },
    ];
    expect(applicationRepositories(application({ spec: { sources } }))).toEqual(
      [GITOPS, 'https://charts.example.com'],
    );
  });

  it('names the one that is hydrated to', () => {
    const sourceHydrator = {
      drySource: { repoURL: GITOPS, path: 'dry' },
      syncSource: { repoURL: 'https://git.example.com/platform/wet.git' },
    };
    expect(
      applicationRepositories(application({ spec: { sourceHydrator } })),
    ).toEqual([GITOPS, 'https://git.example.com/platform/wet.git']);
  });
});
