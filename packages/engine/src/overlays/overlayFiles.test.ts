import { resolve } from 'node:path';
import { GITOPS, layOut, sourceOf, subjectOf } from './__testUtils__/layOut';
import { Entry, filesBelow } from '../git/__testUtils__/treeOf';
import { overlayFiles } from './overlayFiles';

const EXAMPLES = filesBelow(resolve(__dirname, '../../../../examples/gitops'));
const OVERLAY = 'argocd/applications/agents';
const STAGING = 'argocd/applications/agents-staging/values.yaml';
const CHART = 'charts/agents';

async function select(
  files: Record<string, Entry>,
  fields: Record<string, unknown> = {},
) {
  const { layout, overlay } = await layOut(
    { [GITOPS]: files },
    sourceOf(fields),
  );
  return { ...overlay, paths: Array.from(layout.files.keys()) };
}

const below = (directory: string) =>
  Object.keys(EXAMPLES)
    .filter(path => path.startsWith(`${directory}/`))
    .sort();

/** A kustomization with one chart beside it. */
const withChart = (fields: string, files: Record<string, Entry> = {}) => ({
  'app/kustomization.yaml': `helmCharts:\n  - name: web\n${fields}`,
  'app/charts/web/Chart.yaml': 'name: web\n',
  ...files,
});

describe('overlayFiles', () => {
  describe('of a kustomization with a chart, as in examples/gitops', () => {
    it('selects the overlay and its chart, and nothing else', async () => {
      const overlay = await select(EXAMPLES, { path: OVERLAY });
      expect(overlay).toEqual({
        kind: 'kustomize',
        paths: [...below(OVERLAY), ...below(CHART)].sort(),
        charts: [
          {
            name: 'agents',
            directory: CHART,
            layers: [{ kind: 'file', path: `${OVERLAY}/values.yaml` }],
            releaseName: 'agents',
            namedBy: { file: `${OVERLAY}/kustomization.yaml`, index: 0 },
          },
        ],
        wanted: [],
        notRendered: [],
        kustomize: {
          edits: [],
          patches: [],
          components: [],
          buildOptions: ['--enable-helm'],
          apiVersions: [],
          environment: {},
        },
      });
      expect(overlay.paths).toContain(`${CHART}/values.schema.json`);
    });

    it.each([
      ['', ['own', 'inline', 'more']],
      ['    valuesMerge: override\n', ['own', 'inline', 'more']],
      ['    valuesMerge: merge\n', ['inline', 'own', 'more']],
      ['    valuesMerge: replace\n', ['inline', 'more']],
    ])('puts values in the order of kustomize: %j', async (merge, expected) => {
      const { charts } = await select(
        withChart(
          `    valuesFile: own\n    additionalValuesFiles: [more]\n    valuesInline: { a: 1 }\n${merge}`,
          { 'app/own': '', 'app/more': '' },
        ),
      );
      const inline = {
        kind: 'inline',
        field: 'helmCharts[0].valuesInline',
        owner: 'app/kustomization.yaml',
        values: { a: 1 },
      };
      expect(charts[0].layers).toEqual(
        expected.map(name =>
          name === 'inline' ? inline : { kind: 'file', path: `app/${name}` },
        ),
      );
    });

    it('says what a link for a values file is in the end', async () => {
      const { charts, paths } = await select(
        withChart('    valuesFile: values.yaml\n', {
          'app/values.yaml': { link: '../link' },
          link: { link: 'values/real.yaml' },
          'values/real.yaml': '',
        }),
      );
      expect(charts[0].layers).toEqual([
        { kind: 'file', path: 'values/real.yaml' },
      ]);
      expect(paths).toEqual(
        expect.arrayContaining(['app/values.yaml', 'link', 'values/real.yaml']),
      );
    });
  });

  describe('of a Helm source, as in argocd/applications/agents-staging', () => {
    it('selects the chart and the values files, from the root of the repository', async () => {
      const valueFiles = [`/${STAGING}`];
      expect(
        await select(EXAMPLES, { path: CHART, helm: { valueFiles } }),
      ).toMatchObject({
        kind: 'helm',
        paths: [STAGING, ...below(CHART)].sort(),
        charts: [
          {
            name: 'agents',
            directory: CHART,
            layers: [{ kind: 'file', path: STAGING }],
          },
        ],
        helm: { valueFiles: [{ path: STAGING }] },
      });
    });

    const files = { 'app/Chart.yaml': 'name: web\n', 'app/own.yaml': '' };

    it('is one also where the source says nothing about Helm', async () => {
      expect(await select(files)).toMatchObject({ kind: 'helm' });
    });

    it('is one where the source says so, beside a kustomization', async () => {
      const both = { ...files, 'app/kustomization.yaml': '' };
      expect(await select(both, { helm: {} })).toMatchObject({
        kind: 'helm',
      });
      expect(await select(both)).toMatchObject({ kind: 'kustomize' });
    });

    it('puts values in the order of Argo CD', async () => {
      const { charts } = await select(files, {
        helm: {
          valueFiles: ['own.yaml'],
          values: 'a: text',
          valuesObject: { a: 'object' },
          parameters: [
            { name: 'b.enabled', value: 'true', forceString: false },
          ],
        },
      });
      expect(charts[0].layers).toEqual([
        { kind: 'file', path: 'app/own.yaml' },
        {
          kind: 'inline',
          field: 'helm.valuesObject',
          owner: 'Application web',
          values: { a: 'object' },
        },
        {
          kind: 'inline',
          field: 'helm.parameters (b.enabled)',
          owner: 'Application web',
          values: { b: { enabled: true } },
        },
      ]);
    });

    it('reads values that are a text', async () => {
      const { charts } = await select(files, {
        helm: { values: 'a: 1' },
      });
      expect(charts[0].layers).toEqual([
        {
          kind: 'inline',
          field: 'helm.values',
          owner: 'Application web',
          values: { a: 1 },
        },
      ]);
      await expect(select(files, { helm: { values: '- a' } })).rejects.toThrow(
        'Application web: helm.values is not a mapping',
      );
    });

    it('leaves out values files that are missing where the source says so', async () => {
      const valueFiles = ['none.yaml', 'own.yaml'];
      const overlay = await select(files, {
        helm: { valueFiles, ignoreMissingValueFiles: true },
      });
      expect(overlay).toMatchObject({
        helm: { valueFiles: [{ path: 'app/own.yaml' }] },
      });
      await expect(select(files, { helm: { valueFiles } })).rejects.toThrow(
        'app/none.yaml does not exist',
      );
    });

    it.each([
      [
        'values-*.yaml',
        'The pattern "values-*.yaml" of the values files matches no file',
      ],
      [
        'https://example.com/values.yaml',
        'helm.valueFiles "https://example.com/values.yaml" of Application web is remote, or could be taken for',
      ],
      [
        '../../values.yaml',
        'helm.valueFiles "../../values.yaml" of Application web leads out of the repository',
      ],
    ])('refuses the values file %s', async (file, reason) => {
      await expect(
        select(files, { helm: { valueFiles: [file] } }),
      ).rejects.toThrow(`Cannot preview: ${reason}`);
    });
  });

  describe('of nested kustomizations', () => {
    it('follows resources, bases and components, each once', async () => {
      const { charts, paths } = await select({
        'app/kustomization.yaml':
          'resources: [../base, own.yaml]\nbases: [../other/]\ncomponents: [../part]\n',
        'app/own.yaml': '',
        'app/unnamed.yaml': '',
        'app/deeper/unnamed.yaml': '',
        'base/kustomization.yml': 'resources: [../common]\n',
        'other/Kustomization': 'resources: [../common, ../base]\n',
        'part/kustomization.yaml':
          'kind: Component\nhelmCharts: [{ name: web }]\nhelmGlobals: { chartHome: ../shared }\n',
        'common/kustomization.yaml': '',
        'shared/web/Chart.yaml': 'name: web\n',
        'shared/elsewhere/Chart.yaml': 'name: elsewhere\n',
      });
      expect(paths).toEqual([
        'app/kustomization.yaml',
        'app/own.yaml',
        'app/unnamed.yaml',
        'base/kustomization.yml',
        'common/kustomization.yaml',
        'other/Kustomization',
        'part/kustomization.yaml',
        'shared/web/Chart.yaml',
      ]);
      expect(charts.map(({ directory }) => directory)).toEqual(['shared/web']);
    });

    it('takes all files that a kustomization names', async () => {
      const named = Array.from({ length: 12 }, (_, index) => `in/${index}`);
      const { paths } = await select({
        'app/kustomization.yaml': `
openapi: { path: ../in/0 }
crds: [../in/1]
configurations: [../in/2]
patchesStrategicMerge: [../in/3, "kind: A\\nmetadata: {}"]
patchesJson6902: [{ path: ../in/4 }, { patch: a }]
patches: [{ path: ../in/5 }]
replacements: [{ path: ../in/6 }, { source: {} }]
configMapGenerator: [{ files: [../in/7, key=../in/8], envs: [../in/9] }]
secretGenerator: [{ env: ../in/10 }]
resources: [../in/11]
`,
        ...Object.fromEntries(named.map(path => [path, ''])),
        'in/unnamed': '',
      });
      expect(paths).toEqual(['app/kustomization.yaml', ...named].sort());
    });

    it('takes the root of the repository for a source', async () => {
      const files = {
        'kustomization.yaml': 'resources: [a.yaml]',
        'a.yaml': '',
      };
      for (const path of ['', '.']) {
        expect((await select(files, { path })).paths).toEqual([
          'a.yaml',
          'kustomization.yaml',
        ]);
      }
    });

    it('does not go round in circles, nor on for ever', async () => {
      const circle = {
        'app/kustomization.yaml': 'resources: [../base]\n',
        'base/kustomization.yaml': 'resources: [../app]\n',
      };
      expect((await select(circle)).paths).toEqual(Object.keys(circle));

      const chain = Object.fromEntries(
        Array.from({ length: 202 }, (_, index) => [
          `${index}/kustomization.yaml`,
          `resources: [../${index + 1}]`,
        ]),
      );
      await expect(select(chain, { path: '0' })).rejects.toThrow(
        'The overlay is made of more than 200 kustomizations',
      );
    });
  });

  it('has a key that tells sources apart', () => {
    const keys = [
      {},
      { path: 'other' },
      { helm: {} },
      { helm: { valueFiles: ['a'] } },
    ].map(
      fields =>
        overlayFiles(sourceOf(fields), {
          subject: subjectOf(),
          refs: new Set(),
        }).key,
    );
    expect(new Set(keys).size).toBe(keys.length);
    const other = subjectOf({ instanceName: 'other' });
    expect(
      overlayFiles(sourceOf(), { subject: other, refs: new Set() }).key,
    ).not.toBe(keys[0]);
  });
});
