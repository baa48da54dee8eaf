import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
// What its tests use is no export of the package.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { noCharts } from '@progressive-delivery/engine/src/charts/__testUtils__/noCharts';
import { FolderRepositories } from '@progressive-delivery/engine/src/variants/__testUtils__/FolderRepositories';
import { renderTool } from '@progressive-delivery/engine/src/variants/__testUtils__/renderTools';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import {
  applicationSchema,
  ApplicationTarget,
  VariantService,
} from '@progressive-delivery/engine';
import { OverviewService } from './OverviewService';

const EXAMPLES = resolve(__dirname, '../../../../examples/gitops');

jest.setTimeout(120_000);

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'agents' },
};

const target: ApplicationTarget = {
  kind: 'application',
  id: 'main.argocd.agents',
  title: 'agents',
  argocd: 'main',
  instanceName: 'agents',
  kustomizeBuildOptions: ['--enable-helm'],
  sources: [
    {
      repository: 'https://git.example.com/platform/gitops.git',
      revision: 'main',
      path: 'argocd/applications/agents',
    },
  ],
  destination: { namespace: 'agents' },
  application: applicationSchema.parse({
    metadata: { name: 'agents', namespace: 'argocd' },
    spec: {},
  }),
};

describe('OverviewService, where a rendering takes its time', () => {
  const directory = mkdtempSync(join(tmpdir(), 'progressive-delivery-slow-'));
  const helm = join(directory, 'helm');

  const create = (options: { live?: Promise<never> } = {}) =>
    OverviewService.create({
      targets: {
        resolve: async () => ({ targets: [target], unusable: [] }),
      } as never,
      variants: VariantService.create({
        repositories: new FolderRepositories(EXAMPLES),
        charts: noCharts(),
        helm,
        kustomize: renderTool('kustomize'),
        apiVersions: [],
        concurrency: 2,
      }),
      rollouts: {
        liveWorkloads: () =>
          options.live ??
          Promise.resolve({
            workloads: [
              { namespace: 'agents', name: 'agents', kinds: ['Deployment'] },
            ],
            problems: [],
          }),
      } as never,
      proxy: { credentialsOf: async () => undefined } as never,
      commits: { of: async () => [] },
      config: {
        proposals: { enabled: true },
        actions: { enabled: true },
        argocd: [],
      },
    });

  beforeAll(() => {
    // The real one, later.
    writeFileSync(
      helm,
      `#!/bin/sh\n[ "$1" = template ] && /bin/sleep 3\nexec ${renderTool(
        'helm',
      )} "$@"\n`,
    );
    chmodSync(helm, 0o755);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('answers soon with what is known, and goes on until all is', async () => {
    const overview = create();
    // Starts the threads that read switches, which is not what is waited for.
    await overview.list(entity);
    await setTimeout(1_500);
    const first = await overview.list(entity);
    expect(first.targets).toEqual([
      expect.objectContaining({
        rendering: { state: 'pending' },
        live: { state: 'done' },
        problems: [],
        workloads: [
          {
            namespace: 'agents',
            name: 'agents',
            kindsLive: ['Deployment'],
            kindInGit: undefined,
            switch: undefined,
          },
        ],
      }),
    ]);
    const { targets } = await overview.list(entity, { wait: true });
    expect(targets[0]).toMatchObject({
      rendering: { state: 'done' },
      workloads: [
        { name: 'agents', kindInGit: 'Deployment' },
        { name: 'agents-controllers', kindInGit: 'Deployment' },
      ],
    });
    expect(targets[0].switches.map(({ trial }) => trial?.state)).toEqual([
      'same',
      'changes',
      'changes',
    ]);
  });

  it('does not wait for a cluster either', async () => {
    const overview = create({ live: new Promise<never>(() => {}) });
    const { targets } = await overview.list(entity);
    expect(targets[0].live).toEqual({ state: 'pending' });
  });
});
