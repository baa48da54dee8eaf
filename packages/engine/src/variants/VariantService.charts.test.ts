import { join } from 'node:path';
import { renderTool } from './__testUtils__/renderTools';
import { ChartScene, GITOPS } from './__testUtils__/ChartScene';

jest.setTimeout(60_000);

describe('VariantService, of charts that are fetched', () => {
  const scene = ChartScene.create();

  beforeEach(() => scene.begin());
  afterEach(() => scene.end());
  afterAll(() => scene.remove());

  const overlay = (version: string | undefined) => ({
    'app/kustomization.yaml': `helmCharts:
  - name: web
    repo: ${scene.server.url}
    ${version ? `version: ${version}` : ''}
    releaseName: shop
    valuesFile: values.yaml
`,
    'app/values.yaml': 'progressiveDelivery:\n  enabled: false\n',
  });
  const kustomized = () =>
    scene.target({ repoURL: GITOPS, targetRevision: 'main', path: 'app' });

  describe('in a kustomization', () => {
    it.each([
      ['1.0.0', '1.0.0'],
      ['~1.0', '1.0.0'],
      [undefined, '1.1.0'],
    ])(
      'of version %s, renders what kustomize would',
      async (wanted, version) => {
        scene.write(overlay(wanted));
        const { edit, comparison } = await scene
          .service()
          .compare(kustomized(), {
            switch: 'progressiveDelivery.enabled',
            enabled: true,
          });
        expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
        expect(edit).toMatchObject({
          file: 'app/values.yaml',
          after: 'progressiveDelivery:\n  enabled: true\n',
        });
        // Fetched once, and by nobody else.
        expect(scene.server.paths).toEqual([
          '/index.yaml',
          `/web-${version}.tgz`,
        ]);

        const fetched = await scene.oracle(
          'kustomize',
          ...[
            'build',
            join(scene.folder, 'repository', 'app'),
            '--enable-helm',
          ],
          ...['--helm-command', renderTool('helm')],
        );
        expect(fetched).toContain(`version: ${version}`);
      },
    );

    it('describes its switches and workloads as of a chart in the repository', async () => {
      scene.write(overlay('1.0.0'));
      const description = await scene.service().describe(kustomized());
      expect(description).toMatchObject({
        problems: [],
        switches: [
          {
            id: 'progressiveDelivery.enabled',
            enabled: false,
            origin: { from: 'overlay', file: 'app/values.yaml', line: 2 },
          },
        ],
        workloads: [
          {
            name: 'shop-web',
            kind: 'Deployment',
            switches: ['progressiveDelivery.enabled'],
          },
        ],
      });
    });

    it('takes the one in the repository where there is one, as kustomize does', async () => {
      scene.write({
        ...overlay('1.0.0'),
        'app/charts/web-1.0.0/web/Chart.yaml':
          'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'app/charts/web-1.0.0/web/values.yaml': 'progressiveDelivery: {}\n',
      });
      await scene.service().describe(kustomized());
      expect(scene.server.requests).toEqual([]);
    });

    it('is another rendering with another archive', async () => {
      scene.write(overlay('^1'));
      const change = { switch: 'progressiveDelivery.enabled', enabled: true };
      const first = await scene.service().compare(kustomized(), change);
      scene.server.answers.set('/index.yaml', {
        body: scene.charts.index([scene.archives[0].file]),
      });
      const second = await scene.service().compare(kustomized(), change);
      const third = await scene.service().compare(kustomized(), change);
      expect(second.comparison.digest).not.toBe(first.comparison.digest);
      expect(third.comparison.digest).toBe(second.comparison.digest);
    });

    it('fetches from nowhere that the target may not use', async () => {
      scene.write(overlay('1.0.0'));
      scene.permits = () => false;
      await expect(
        scene.service().describe(kustomized()),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `Cannot preview: Charts of ${scene.server.url} may not be used here: permit it in sourceRepos of the AppProject, or allow it in repositories of a rule of progressiveDelivery.allow in the app-config`,
      });
      await expect(
        scene.service().describe({ ...kustomized(), permitsCharts: undefined }),
      ).rejects.toThrow('may not be used here');
      expect(scene.server.requests).toEqual([]);
    });

    it('refuses a chart whose schema would make helm fetch something', async () => {
      const { content, file } = scene.charts.package(
        scene.charts.write('web', '1.2.0', {
          'values.schema.json': '{"properties":{"a":{"$ref":"#/a"}}}',
        }),
      );
      const evil = scene.charts.package(
        scene.charts.write('web', '1.3.0', {
          'values.schema.json': JSON.stringify({
            $defs: { a: { $ref: `${scene.server.url}/stolen` } },
          }),
        }),
      );
      scene.server.answers.set('/index.yaml', {
        body: scene.charts.index([file, evil.file]),
      });
      scene.server.answers.set('/web-1.2.0.tgz', { body: content });
      scene.server.answers.set('/web-1.3.0.tgz', { body: evil.content });
      scene.write(overlay('1.3.0'));
      const { problems } = await scene.service().describe(kustomized());
      expect(problems.map(({ text }) => text).join()).toMatch(
        /app\/charts\/web-1\.3\.0\/web\/values\.schema\.json refers to another schema/,
      );
      expect(scene.server.paths).not.toContain('/stolen');
    });
  });

  describe('that are a source', () => {
    const chartSource = (fields: object = {}) => ({
      repoURL: scene.server.url,
      chart: 'web',
      targetRevision: '1.0.0',
      ...fields,
    });
    const values = {
      repoURL: GITOPS,
      targetRevision: 'main',
      ref: 'values',
    };

    it('are switched in the values file of a ref source', async () => {
      scene.write({
        'web/values.yaml': 'progressiveDelivery:\n  enabled: false\n',
      });
      const withRef = scene.target(
        chartSource({ helm: { valueFiles: ['$values/web/values.yaml'] } }),
        values,
      );
      const { comparison, edit } = await scene.service().compare(withRef, {
        switch: 'progressiveDelivery.enabled',
        enabled: true,
      });
      expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
      expect(edit).toMatchObject({
        repository: GITOPS,
        branch: 'main',
        file: 'web/values.yaml',
      });
    });

    it.each([
      [{}, false, 'The overlay has no values file of its own'],
      [
        { helm: { valueFiles: ['values-large.yaml'] } },
        true,
        'web/values-large.yaml is in the chart that is fetched from',
      ],
      [
        {
          helm: {
            parameters: [
              { name: 'progressiveDelivery.enabled', value: 'true' },
            ],
          },
        },
        true,
        'helm.parameters (progressiveDelivery.enabled)',
      ],
    ])(
      'are not switched where nothing in Git could be edited: %j',
      async (fields, enabled, reason) => {
        const { problems, switches, workloads } = await scene
          .service()
          .describe(scene.target(chartSource(fields)));
        expect(problems).toEqual([]);
        expect(switches).toMatchObject([
          { enabled, notProposable: { text: expect.stringContaining(reason) } },
        ]);
        expect(workloads).toMatchObject([
          {
            name: 'shop-web',
            kind: enabled ? 'Rollout' : 'Deployment',
            switches: ['progressiveDelivery.enabled'],
          },
        ]);
      },
    );

    it('are rendered as helm does', async () => {
      const { workloads, sources } = await scene
        .service()
        .describe(scene.target(chartSource({ targetRevision: '1.x' })));
      expect(workloads).toMatchObject([{ name: 'shop-web' }]);
      expect(sources).toMatchObject([
        { repository: scene.server.url, revision: '1.x', commit: '1.1.0' },
      ]);
    });
  });
});
