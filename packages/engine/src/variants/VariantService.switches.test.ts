import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { ApplicationTarget } from '../targets/applications/DeliveryTarget';
import { applicationSchema } from '../targets/applications/application';
import { FolderRepositories } from './__testUtils__/FolderRepositories';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

jest.setTimeout(120_000);

const A = 'a.progressiveDelivery.enabled';
const B = 'b.progressiveDelivery.enabled';

/** A workload `name` with a switch at `values`, an expression such as `.Values.a`. */
const workload = (name: string, values: string) => `
{{- if ${values}.progressiveDelivery.enabled }}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
{{- else }}
apiVersion: apps/v1
kind: Deployment
{{- end }}
metadata: { name: ${name} }
spec: { replicas: 1 }
`;

const off = (...owners: string[]) =>
  owners
    .map(owner => `${owner}: { progressiveDelivery: { enabled: false } }\n`)
    .join('');

describe('what each switch of a chart does, with real helm and kustomize', () => {
  const folder = mkdtempSync(join(tmpdir(), 'progressive-delivery-switches-'));
  let repositories: FolderRepositories;
  let variants: VariantService;
  const helmTarget = (...valueFiles: string[]): ApplicationTarget => ({
    kind: 'application',
    id: 'main.argocd.shop',
    title: 'shop',
    argocd: 'main',
    instanceName: 'shop',
    kustomizeBuildOptions: ['--enable-helm'],
    destination: { namespace: 'shop' },
    application: applicationSchema.parse({
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: {},
    }),
    sources: [
      {
        repository: 'https://git.example.com/shop.git',
        revision: 'main',
        path: 'chart',
        helm: {
          valueFiles,
          ignoreMissingValueFiles: false,
          parameters: [],
          fileParameters: [],
          apiVersions: [],
          skipCrds: true,
          skipTests: false,
          skipSchemaValidation: false,
        },
      },
    ],
  });
  const target = helmTarget('/values.yaml');
  const files = (texts: Record<string, string>) =>
    Object.entries({
      'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'values.yaml': '{}\n',
      ...texts,
    }).forEach(([path, text]) => repositories.write(path, text));
  const create = (apiVersions: string[] = []) =>
    VariantService.create({
      repositories,
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions,
      concurrency: 2,
    });
  const trials = async (of = target) => {
    const { problems, rendering, switches } = await variants.describe(of);
    expect({ problems, rendering }).toEqual({
      problems: [],
      rendering: { state: 'done' },
    });
    return Object.fromEntries(
      switches.map(({ id, trial }) => [
        id,
        [trial?.state, trial?.message?.id, trial?.message?.text],
      ]),
    );
  };

  beforeEach(() => {
    repositories = new FolderRepositories(folder);
    variants = create();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('blames the one that the chart refuses, and shows what Git holds', async () => {
    files({
      'chart/values.yaml': off('a', 'b'),
      'chart/templates/a.yaml': workload('a', '.Values.a'),
      'chart/templates/b.yaml': `{{ if .Values.b.progressiveDelivery.enabled }}{{ fail "b cannot" }}{{ end }}${workload(
        'b',
        '.Values.b',
      )}`,
    });
    expect(await trials()).toEqual({
      [A]: ['changes', undefined, undefined],
      [B]: ['failed', 'doesNotRender', expect.stringContaining('b cannot')],
    });
    const { workloads } = await variants.describe(target);
    expect(
      workloads.map(({ kind, name, switches }) => [kind, name, switches]),
    ).toEqual([
      ['Deployment', 'a', [A]],
      ['Deployment', 'b', []],
    ]);
    await expect(
      variants.compare(target, { switch: B, enabled: true }),
    ).rejects.toThrow(
      /^The overlay does not render with this change: .*b cannot/s,
    );
  });

  it('blames the one that the schema refuses', async () => {
    files({
      'chart/values.yaml': off('a', 'b'),
      'chart/templates/a.yaml': workload('a', '.Values.a'),
      'chart/values.schema.json': JSON.stringify({
        properties: {
          b: {
            properties: {
              progressiveDelivery: {
                properties: { enabled: { const: false } },
              },
            },
          },
        },
      }),
    });
    expect(await trials()).toMatchObject({
      [A]: ['changes', undefined, undefined],
      [B]: ['failed', 'doesNotRender', expect.any(String)],
    });
  });

  it('says that Argo CD cannot render it now where it is broken in Git', async () => {
    files({
      'chart/values.yaml': off('a'),
      'chart/templates/a.yaml': '{{ fail "broken already" }}',
    });
    const description = await variants.describe(target);
    const because =
      /^Argo CD cannot render this overlay now: .*broken already/s;
    expect(description).toMatchObject({
      rendering: { state: 'failed' },
      workloads: [],
      problems: [{ text: expect.stringMatching(because) }],
      switches: [{ id: A, enabled: false }],
    });
    expect(description.switches[0].trial).toBeUndefined();
    await expect(
      variants.compare(target, { switch: A, enabled: true }),
    ).rejects.toThrow(because);
  });

  it('tells that one changes nothing, and why where the chart tells', async () => {
    const dependency = (name: string) => ({
      [`chart/charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
      [`chart/charts/${name}/values.yaml`]:
        'progressiveDelivery: { enabled: false }\n',
      [`chart/charts/${name}/templates/a.yaml`]: workload(name, '.Values'),
    });
    files({
      'chart/Chart.yaml': [
        'apiVersion: v2',
        'name: shop',
        'version: 1.0.0',
        'dependencies:',
        '- { name: cache, alias: store, version: 1.0.0 }',
        '- { name: queue, condition: queue.wanted, version: 1.0.0 }',
        '',
      ].join('\n'),
      ...dependency('cache'),
      ...dependency('queue'),
      'chart/values.yaml': `queue: { wanted: false }\n${off(
        'cache',
        'nobody',
      )}`,
    });
    expect(await trials()).toEqual({
      'store.progressiveDelivery.enabled': ['changes', undefined, undefined],
      'cache.progressiveDelivery.enabled': [
        'same',
        'chartNameForAlias',
        expect.stringContaining('cache has the alias store'),
      ],
      'queue.progressiveDelivery.enabled': [
        'same',
        'dependencyDisabled',
        expect.stringContaining('disabled by queue.wanted'),
      ],
      'nobody.progressiveDelivery.enabled': [
        'same',
        'noEffect',
        expect.any(String),
      ],
    });
  });

  it('tells which API is missing for one to change anything', async () => {
    files({
      'chart/values.yaml': off('a'),
      'chart/templates/a.yaml': `{{- if .Capabilities.APIVersions.Has "argoproj.io/v1alpha1/Rollout" }}${workload(
        'a',
        '.Values.a',
      )}{{ end }}`,
    });
    expect(await trials()).toEqual({
      [A]: [
        'same',
        'apiMissing',
        expect.stringContaining('argoproj.io/v1alpha1/Rollout'),
      ],
    });
    variants = create(['argoproj.io/v1alpha1/Rollout']);
    expect(await trials()).toEqual({ [A]: ['changes', undefined, undefined] });
  });

  it('edits the file that sets the value, and of those that do not the last', async () => {
    files({
      'chart/values.yaml': off('a', 'b'),
      'chart/templates/a.yaml': workload('a', '.Values.a'),
      'chart/templates/b.yaml': workload('b', '.Values.b'),
      'one.yaml': off('a'),
      'two.yaml': '{}\n',
      'three.yaml': 'a:\n  progressiveDelivery:\n    enabled: false\n',
      'four.yaml': 'c: 1\n',
    });
    const many = helmTarget(
      ...['one', 'two', 'three', 'four'].map(name => `/${name}.yaml`),
    );
    const { comparison, edit } = await variants.compare(many, {
      switch: A,
      enabled: true,
    });
    expect(edit).toMatchObject({
      file: 'three.yaml',
      after: 'a:\n  progressiveDelivery:\n    enabled: true\n',
    });
    expect(comparison.changes.map(({ change }) => change)).toEqual([
      'kind-changed',
    ]);
    const { edit: other } = await variants.compare(many, {
      switch: B,
      enabled: true,
    });
    expect(other.file).toBe('four.yaml');
  });

  it('says that a values file is there and not read', async () => {
    files({
      'overlay/charts/shop/Chart.yaml':
        'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'overlay/charts/shop/values.yaml': off('a'),
      'overlay/charts/shop/templates/a.yaml': workload('a', '.Values.a'),
      'overlay/values.yaml': off('a'),
      'overlay/kustomization.yaml': [
        'helmCharts:',
        '- name: shop',
        '  valuesFile: values.yaml',
        '  valuesMerge: replace',
        '  valuesInline: { other: 1 }',
        '',
      ].join('\n'),
    });
    const [{ helm: _, ...source }] = target.sources;
    const { switches } = await variants.describe({
      ...target,
      sources: [{ ...source, path: 'overlay' }],
    });
    expect(switches).toEqual([
      expect.objectContaining({
        id: A,
        notProposable: expect.objectContaining({
          id: 'valuesFileNotRead',
          parameters: {
            file: 'overlay/values.yaml',
            field: 'helmCharts[0].valuesMerge',
            owner: 'overlay/kustomization.yaml',
            path: A,
          },
        }),
        trial: { state: 'changes' },
      }),
    ]);
  });

  it('reads several documents in a values file as the helm does that renders', async () => {
    files({
      'chart/values.yaml': off('a', 'b'),
      'chart/templates/a.yaml': workload('a', '.Values.a'),
      'chart/templates/b.yaml': workload('b', '.Values.b'),
      'values.yaml': `a: { progressiveDelivery: { enabled: true } }\n---\nb: { progressiveDelivery: { enabled: true } }\n`,
    });
    const { problems, switches, workloads } = await variants.describe(target);
    expect(problems).toEqual([]);
    const renders = (name: string) =>
      workloads.find(each => each.name === name)?.kind === 'Rollout';
    expect(renders('a')).toBe(true);
    expect(switches.map(({ enabled, id }) => [id, enabled])).toEqual([
      [A, true],
      [B, renders('b')],
    ]);
  });

  it('tries no more switches than it may, those of the entity first', async () => {
    const owners = Array.from({ length: 201 }, (_, index) => `w${index}`);
    files({
      'chart/values.yaml': off(...owners),
      'chart/templates/all.yaml': owners
        .map(owner => workload(owner, `.Values.${owner}`))
        .join('\n---\n'),
    });
    const owned = 'w200.progressiveDelivery.enabled';
    const told = await trials({ ...target, ownedSwitches: [owned] });
    const states = Object.values(told).map(([state]) => state);
    expect(states.filter(state => state === 'changes')).toHaveLength(50);
    expect(states.filter(state => state === 'not-tried')).toHaveLength(151);
    expect(told[owned]).toEqual(['changes', undefined, undefined]);
  });

  describe('of a chart that renders differently each time', () => {
    const RANDOM = `
---
apiVersion: v1
kind: Secret
metadata: { name: shop }
stringData: { password: {{ randAlphaNum 20 | quote }} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: shop }
data: { renderedAt: {{ now | date "150405" | quote }} }
---
apiVersion: v1
kind: Pod
metadata:
  name: test-{{ randAlpha 5 | lower }}
  annotations: { helm.sh/hook: test }
spec: { containers: [] }
`;

    it('tells what differs by itself apart from what a switch does', async () => {
      files({
        'chart/values.yaml': off('a', 'b'),
        'chart/templates/a.yaml': workload('a', '.Values.a'),
        'chart/templates/random.yaml': RANDOM,
      });
      expect(await trials()).toEqual({
        [A]: ['changes', undefined, undefined],
        [B]: ['same', 'noEffect', expect.any(String)],
      });
      const { comparison } = await variants.compare(target, {
        switch: A,
        enabled: true,
      });
      expect(comparison.changes.map(({ after }) => after?.kind)).toEqual([
        'Rollout',
      ]);
      expect(comparison.unchanged).toBe(3);
      expect(
        comparison.unstable
          .map(({ object, paths }) => `${object.kind} ${paths.join(' ')}`)
          .sort(),
      ).toEqual([
        'ConfigMap data,renderedAt',
        'Pod metadata,name',
        'Secret stringData,password',
      ]);
      expect(comparison.sentences.map(({ id }) => id)).toContain(
        'rendersDifferently',
      );
    });
  });
});
