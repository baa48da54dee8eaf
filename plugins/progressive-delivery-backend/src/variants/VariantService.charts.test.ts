import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ChartLayouts } from '../overlays/charts/ChartLayouts';
import { ChartService } from '../charts/ChartService';
import { ChartServer } from '../charts/__testUtils__/ChartServer';
import { HelmCharts } from '../charts/__testUtils__/HelmCharts';
import { applicationSchema } from '../targets/applications/application';
import { applicationSources } from '../targets/applications/applicationSources';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { FolderRepositories } from './__testUtils__/FolderRepositories';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

jest.setTimeout(60_000);

const GITOPS = 'https://git.example.com/platform/gitops.git';
const DEPLOYMENT = `apiVersion: {{ if .Values.progressiveDelivery.enabled }}argoproj.io/v1alpha1{{ else }}apps/v1{{ end }}
kind: {{ if .Values.progressiveDelivery.enabled }}Rollout{{ else }}Deployment{{ end }}
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
  labels: { version: {{ .Chart.Version | quote }} }
`;

/** Charts that are in no Git repository, rendered by the real helm and kustomize, which have no network for them. */
describe('VariantService, of charts that are fetched', () => {
  const charts = HelmCharts.create();
  const archives = ['1.0.0', '1.1.0'].map(version =>
    charts.package(
      charts.write('web', version, {
        'templates/configmap.yaml': '',
        'templates/workload.yaml': DEPLOYMENT,
        'values-large.yaml': 'progressiveDelivery:\n  enabled: true\n',
      }),
    ),
  );
  const index = charts.index(archives.map(({ file }) => file));

  let server: ChartServer;
  let folder: string;
  let permits: (repository: string) => boolean;

  beforeEach(async () => {
    server = await ChartServer.start();
    server.answers.set('/index.yaml', { body: index });
    for (const { content, file } of archives) {
      server.answers.set(`/${file.split('/').at(-1)}`, { body: content });
    }
    folder = await mkdtemp(join(tmpdir(), 'gitops-'));
    permits = repository => repository === server.url;
    mkdirSync(join(folder, 'repository'));
  });

  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  afterAll(() => charts.remove());

  function write(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'repository', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  const service = () =>
    VariantService.create({
      repositories: new FolderRepositories(join(folder, 'repository')) as never,
      charts: ChartLayouts.create({
        charts: ChartService.create({
          cacheDirectory: join(folder, 'cache'),
          repositories: [{ url: server.url, hosts: [], plainHttp: false }],
        }),
      }),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 2,
    });

  function target(...sources: object[]): DeliveryTarget {
    const application = applicationSchema.parse({
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: { sources },
    });
    return {
      kind: 'application',
      argocd: 'main',
      instanceName: 'shop',
      kustomizeBuildOptions: ['--enable-helm'],
      id: 'main.argocd.shop',
      title: 'shop',
      destination: { cluster: 'main', namespace: 'shop' },
      sources: applicationSources(application),
      application,
      permitsCharts: repository => permits(repository),
    };
  }

  /** What the real tool renders where it may fetch charts by itself. */
  async function oracle(
    tool: 'helm' | 'kustomize',
    ...args: string[]
  ): Promise<string> {
    const home = join(folder, 'home');
    // Not in step: the server answers in this process.
    const { stdout } = await promisify(execFile)(renderTool(tool), args, {
      env: { HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home },
      timeout: 30_000,
    });
    return stdout;
  }

  const overlay = (version: string | undefined) => ({
    'app/kustomization.yaml': `helmCharts:
  - name: web
    repo: ${server.url}
    ${version ? `version: ${version}` : ''}
    releaseName: shop
    valuesFile: values.yaml
`,
    'app/values.yaml': 'progressiveDelivery:\n  enabled: false\n',
  });
  const kustomized = () =>
    target({ repoURL: GITOPS, targetRevision: 'main', path: 'app' });

  describe('in a kustomization', () => {
    it.each([
      ['1.0.0', '1.0.0'],
      ['~1.0', '1.0.0'],
      [undefined, '1.1.0'],
    ])(
      'of version %s, renders what kustomize would',
      async (wanted, version) => {
        write(overlay(wanted));
        const { edit, comparison } = await service().compare(kustomized(), {
          switch: 'progressiveDelivery.enabled',
          enabled: true,
        });
        expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
        expect(edit).toMatchObject({
          file: 'app/values.yaml',
          after: 'progressiveDelivery:\n  enabled: true\n',
        });
        // Fetched once, and by nobody else.
        expect(server.paths).toEqual(['/index.yaml', `/web-${version}.tgz`]);

        const fetched = await oracle(
          'kustomize',
          ...['build', join(folder, 'repository', 'app'), '--enable-helm'],
          ...['--helm-command', renderTool('helm')],
        );
        expect(fetched).toContain(`version: ${version}`);
      },
    );

    it('describes its switches and workloads as of a chart in the repository', async () => {
      write(overlay('1.0.0'));
      const description = await service().describe(kustomized());
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
      write({
        ...overlay('1.0.0'),
        'app/charts/web-1.0.0/web/Chart.yaml':
          'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'app/charts/web-1.0.0/web/values.yaml': 'progressiveDelivery: {}\n',
      });
      await service().describe(kustomized());
      expect(server.requests).toEqual([]);
    });

    it('is another rendering with another archive', async () => {
      write(overlay('^1'));
      const change = { switch: 'progressiveDelivery.enabled', enabled: true };
      const first = await service().compare(kustomized(), change);
      server.answers.set('/index.yaml', {
        body: charts.index([archives[0].file]),
      });
      const second = await service().compare(kustomized(), change);
      const third = await service().compare(kustomized(), change);
      expect(second.comparison.digest).not.toBe(first.comparison.digest);
      expect(third.comparison.digest).toBe(second.comparison.digest);
    });

    it('fetches from nowhere that the target may not use', async () => {
      write(overlay('1.0.0'));
      permits = () => false;
      await expect(service().describe(kustomized())).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `Cannot preview: Charts of ${server.url} may not be used here: permit it in sourceRepos of the AppProject, or allow it in repositories of a rule of progressiveDelivery.allow in the app-config`,
      });
      await expect(
        service().describe({ ...kustomized(), permitsCharts: undefined }),
      ).rejects.toThrow('may not be used here');
      expect(server.requests).toEqual([]);
    });

    it('refuses a chart whose schema would make helm fetch something', async () => {
      const { content, file } = charts.package(
        charts.write('web', '1.2.0', {
          'values.schema.json': '{"properties":{"a":{"$ref":"#/a"}}}',
        }),
      );
      const evil = charts.package(
        charts.write('web', '1.3.0', {
          'values.schema.json': JSON.stringify({
            $defs: { a: { $ref: `${server.url}/stolen` } },
          }),
        }),
      );
      server.answers.set('/index.yaml', {
        body: charts.index([file, evil.file]),
      });
      server.answers.set('/web-1.2.0.tgz', { body: content });
      server.answers.set('/web-1.3.0.tgz', { body: evil.content });
      write(overlay('1.3.0'));
      const { problems } = await service().describe(kustomized());
      expect(problems.map(({ text }) => text).join()).toMatch(
        /app\/charts\/web-1\.3\.0\/web\/values\.schema\.json refers to another schema/,
      );
      expect(server.paths).not.toContain('/stolen');
    });
  });

  describe('that are a source', () => {
    const chartSource = (fields: object = {}) => ({
      repoURL: server.url,
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
      write({ 'web/values.yaml': 'progressiveDelivery:\n  enabled: false\n' });
      const withRef = target(
        chartSource({ helm: { valueFiles: ['$values/web/values.yaml'] } }),
        values,
      );
      const { comparison, edit } = await service().compare(withRef, {
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
        const { problems, switches, workloads } = await service().describe(
          target(chartSource(fields)),
        );
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
      const { workloads, sources } = await service().describe(
        target(chartSource({ targetRevision: '1.x' })),
      );
      expect(workloads).toMatchObject([{ name: 'shop-web' }]);
      expect(sources).toMatchObject([
        { repository: server.url, revision: '1.x', commit: '1.1.0' },
      ]);
    });
  });

  describe('that an umbrella chart locks', () => {
    const umbrella = (dependencies: string) => ({
      'app/Chart.yaml': `apiVersion: v2\nname: umbrella\nversion: 0.1.0\n${dependencies}`,
      'app/values.yaml': 'api:\n  progressiveDelivery:\n    enabled: false\n',
      'app/.helmignore': 'workload.yaml\n',
      'shared/Chart.yaml': 'apiVersion: v2\nname: shared\nversion: 2.0.1\n',
      'shared/values.yaml': 'progressiveDelivery:\n  enabled: true\n',
      'shared/templates/workload.yaml': DEPLOYMENT,
    });
    const dependencies = () => `dependencies:
  - name: web
    version: ^1.0
    repository: ${server.url}
    alias: api
  - name: web
    version: ^1.0
    repository: ${server.url}
    alias: shop
  - name: shared
    version: 2.x
    repository: file://../shared
`;
    const source = () =>
      target({
        repoURL: GITOPS,
        targetRevision: 'main',
        path: 'app',
        helm: {},
      });

    async function lock() {
      const chart = join(folder, 'repository', 'app');
      const copy = join(folder, 'oracle');
      cpSync(join(folder, 'repository'), copy, { recursive: true });
      await oracle('helm', 'dependency', 'update', join(copy, 'app'));
      writeFileSync(
        join(chart, 'Chart.lock'),
        readFileSync(join(copy, 'app', 'Chart.lock')),
      );
      server.requests.length = 0;
      return join(copy, 'app');
    }

    it('are rendered as after helm dependency build, and have their own switches', async () => {
      write(umbrella(dependencies()));
      const built = await lock();
      const { problems, switches, workloads } = await service().describe(
        source(),
      );
      expect(problems).toEqual([]);
      expect(server.paths).toEqual(['/index.yaml', '/web-1.1.0.tgz']);
      expect(
        switches.map(({ enabled, id, origin }) => [id, enabled, origin]),
      ).toEqual([
        [
          'api.progressiveDelivery.enabled',
          false,
          { from: 'overlay', file: 'app/values.yaml', line: 3 },
        ],
        [
          'shared.progressiveDelivery.enabled',
          true,
          { from: 'chart', file: 'app/charts/shared-2.0.1/values.yaml' },
        ],
        [
          'shop.progressiveDelivery.enabled',
          false,
          { from: 'chart', file: 'app/charts/web-1.1.0/values.yaml' },
        ],
      ]);
      const expected = await oracle('helm', 'template', 'shop', built);
      expect(
        workloads.map(({ kind, name }) => `${kind} ${name}`).sort(),
      ).toEqual(
        Array.from(
          expected.matchAll(/^kind: (\w+)\nmetadata:\n {2}name: (\S+)/gm),
          ([, kind, name]) => `${kind} ${name}`,
        ).sort(),
      );
      expect(workloads).toHaveLength(3);
      expect(
        workloads.find(({ name }) => name === 'shop-api')?.switches,
      ).toEqual(['api.progressiveDelivery.enabled']);
    });

    it('are rendered as they are where they are packed in Git', async () => {
      write(umbrella(dependencies()));
      const built = await lock();
      cpSync(join(built, 'charts'), join(folder, 'repository/app/charts'), {
        recursive: true,
      });
      rmSync(join(folder, 'repository/shared'), { recursive: true });
      permits = () => false;
      const { problems, switches, workloads } = await service().describe(
        source(),
      );
      expect(problems).toEqual([]);
      expect(server.requests).toEqual([]);
      expect(switches.map(({ id }) => id)).toEqual([
        'api.progressiveDelivery.enabled',
        'shared.progressiveDelivery.enabled',
        'shop.progressiveDelivery.enabled',
      ]);
      expect(
        workloads.map(({ kind, name }) => `${kind} ${name}`).sort(),
      ).toEqual([
        'Deployment shop-api',
        'Deployment shop-shop',
        'Rollout shop-shared',
      ]);
    });

    it('are switched in the values file of the umbrella', async () => {
      write(umbrella(dependencies()));
      await lock();
      const { comparison, edit } = await service().compare(source(), {
        switch: 'shop.progressiveDelivery.enabled',
        enabled: true,
      });
      expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
      expect(edit.after).toBe(
        'api:\n  progressiveDelivery:\n    enabled: false\nshop:\n  progressiveDelivery:\n    enabled: true\n',
      );
    });

    it('must be of the version that is locked', async () => {
      write(umbrella(dependencies()));
      await lock();
      write({
        'shared/Chart.yaml': 'apiVersion: v2\nname: shared\nversion: 2.0.2\n',
      });
      const { problems } = await service().describe(source());
      expect(problems.map(({ text }) => text)).toEqual([
        'Cannot preview: The chart at shared is not shared 2.0.1, which Chart.lock wants',
      ]);
    });

    it('must be permitted', async () => {
      write(umbrella(dependencies()));
      await lock();
      permits = () => false;
      await expect(service().describe(source())).rejects.toThrow(
        `Charts of ${server.url} may not be used here`,
      );
      expect(server.requests).toEqual([]);
    });
  });
});
