import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartScene, DEPLOYMENT, GITOPS } from './__testUtils__/ChartScene';

jest.setTimeout(60_000);

describe('VariantService, of charts that are fetched', () => {
  const scene = ChartScene.create();

  beforeEach(() => scene.begin());
  afterEach(() => scene.end());
  afterAll(() => scene.remove());

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
    repository: ${scene.server.url}
    alias: api
  - name: web
    version: ^1.0
    repository: ${scene.server.url}
    alias: shop
  - name: shared
    version: 2.x
    repository: file://../shared
`;
    const source = () =>
      scene.target({
        repoURL: GITOPS,
        targetRevision: 'main',
        path: 'app',
        helm: {},
      });

    async function lock() {
      const chart = join(scene.folder, 'repository', 'app');
      const copy = join(scene.folder, 'oracle');
      cpSync(join(scene.folder, 'repository'), copy, { recursive: true });
      await scene.oracle('helm', 'dependency', 'update', join(copy, 'app'));
      writeFileSync(
        join(chart, 'Chart.lock'),
        readFileSync(join(copy, 'app', 'Chart.lock')),
      );
      scene.server.requests.length = 0;
      return join(copy, 'app');
    }

    it('are rendered as after helm dependency build, and have their own switches', async () => {
      scene.write(umbrella(dependencies()));
      const built = await lock();
      const { problems, switches, workloads } = await scene
        .service()
        .describe(source());
      expect(problems).toEqual([]);
      expect(scene.server.paths).toEqual(['/index.yaml', '/web-1.1.0.tgz']);
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
      const expected = await scene.oracle('helm', 'template', 'shop', built);
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
      scene.write(umbrella(dependencies()));
      const built = await lock();
      cpSync(
        join(built, 'charts'),
        join(scene.folder, 'repository/app/charts'),
        {
          recursive: true,
        },
      );
      rmSync(join(scene.folder, 'repository/shared'), { recursive: true });
      scene.permits = () => false;
      const { problems, switches, workloads } = await scene
        .service()
        .describe(source());
      expect(problems).toEqual([]);
      expect(scene.server.requests).toEqual([]);
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
      scene.write(umbrella(dependencies()));
      await lock();
      const { comparison, edit } = await scene.service().compare(source(), {
        switch: 'shop.progressiveDelivery.enabled',
        enabled: true,
      });
      expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
      expect(edit.after).toBe(
        'api:\n  progressiveDelivery:\n    enabled: false\nshop:\n  progressiveDelivery:\n    enabled: true\n',
      );
    });

    it('must be of the version that is locked', async () => {
      scene.write(umbrella(dependencies()));
      await lock();
      scene.write({
        'shared/Chart.yaml': 'apiVersion: v2\nname: shared\nversion: 2.0.2\n',
      });
      const { problems } = await scene.service().describe(source());
      expect(problems.map(({ text }) => text)).toEqual([
        'Cannot preview: The chart at shared is not shared 2.0.1, which Chart.lock wants',
      ]);
    });

    it('must be permitted', async () => {
      scene.write(umbrella(dependencies()));
      await lock();
      scene.permits = () => false;
      await expect(scene.service().describe(source())).rejects.toThrow(
        `Charts of ${scene.server.url} may not be used here`,
      );
      expect(scene.server.requests).toEqual([]);
    });
  });
});
