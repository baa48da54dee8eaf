import { application } from './__testUtils__/applications';
import {
  applicationRepositories,
  applicationSources,
} from './applicationSources';

const GITOPS = 'https://git.example.com/platform/gitops.git';

const sourcesOf = (spec: object) => applicationSources(application({ spec }));
/** Why a single source is not rendered. */
const notRendered = (source: object) =>
  sourcesOf({ source: { repoURL: GITOPS, path: 'a', ...source } })[0]
    .notRendered;
const helmOf = (helm: object) =>
  sourcesOf({ source: { repoURL: GITOPS, path: 'a', helm } })[0].helm!;

describe('applicationSources', () => {
  it('reads a single source', () => {
    expect(applicationSources(application())).toEqual([
      {
        repository: GITOPS,
        revision: 'main',
        path: 'argocd/applications/agents',
      },
    ]);
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
    ).toEqual([{ repository: GITOPS, revision: 'main', path: 'dry' }]);
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
      apiVersions: ['v1'],
      skipCrds: true,
      unsupported: [],
    });
  });

  it('names the options of helm that are not rendered with', () => {
    expect(
      helmOf({
        fileParameters: [{ name: 'a', path: 'b' }],
        passCredentials: true,
        skipTests: true,
        skipSchemaValidation: true,
        version: 'v3',
        ofTheFuture: { a: 1 },
        values: 'a: 1',
      }).unsupported.sort(),
    ).toEqual([
      'fileParameters',
      'ofTheFuture',
      'passCredentials',
      'skipSchemaValidation',
      'skipTests',
      'version',
    ]);
  });

  it.each([
    [{ plugin: {} }, 'the source is rendered by a plugin of Argo CD'],
    [
      { directory: { recurse: true } },
      'the source is a directory of plain manifests, which has no variants',
    ],
    [
      { chart: 'agents', path: undefined },
      'the chart agents comes from a Helm repository, which is not supported yet',
    ],
    [
      { repoURL: 'oci://registry.example.com/agents' },
      'the source comes from an OCI registry, which is not supported yet',
    ],
    [
      { ref: 'values', path: undefined },
      'a source only lends its files to others as $values, which is not supported yet',
    ],
    [{ path: undefined }, 'the Application says no path'],
    [
      { path: '/a' },
      'the path of the source begins with a slash, which Argo CD refuses',
    ],
    [
      { tagPrefix: 'agents/' },
      'the source sets tagPrefix, which is not supported yet',
    ],
    [
      { kustomize: { images: ['a=b'], namePrefix: 'x-', version: '' } },
      'the Application sets kustomize.images, kustomize.namePrefix, which is not supported yet',
    ],
    [
      { helm: {}, kustomize: {} },
      'the Application says that its source is helm and kustomize at once',
    ],
  ])('says why %j is not rendered', (source, expected) => {
    expect(notRendered(source)).toBe(expected);
  });

  it.each([
    { kustomize: {} },
    { kustomize: { images: [], commonLabels: {}, forceCommonLabels: false } },
    { helm: {} },
    { ref: 'values' },
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
