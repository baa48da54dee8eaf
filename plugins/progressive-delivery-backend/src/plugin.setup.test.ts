import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { targetsResponseSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import request from 'supertest';
import progressiveDeliveryPlugin from './';

const entity = (name: string, annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service' },
});

/** A backend with this plugin, its dependencies, and nothing else: no Kubernetes plugin either. */
async function start(config: JsonObject) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      progressiveDeliveryPlugin,
      logger.factory,
      catalogServiceMock.factory({
        entities: [
          entity('web', { 'argocd/app-name': 'web' }),
          entity('overlaid', {
            'progressive-delivery/overlay':
              'url:https://git.example.com/platform/gitops/src/branch/main/overlay',
            'backstage.io/kubernetes-cluster': 'main',
            'backstage.io/kubernetes-namespace': 'web',
          }),
        ],
      }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const warned = logger.warn.mock.calls.map(([message]) => String(message));
  return { backend, warned };
}

async function targetsOf(backend: TestBackend, name: string) {
  const { body } = await request(backend.server)
    .get(
      `/api/progressive-delivery/v1/entities/component/default/${name}/targets`,
    )
    .expect(200);
  return targetsResponseSchema.parse(body);
}

const setupIds = ({
  setup = [],
}: Awaited<ReturnType<typeof targetsOf>>): string[] =>
  setup.map(({ message }) => message.id);

describe('A backend that is not set up', () => {
  const path = process.env.PATH;
  let directory: string;
  let backend: TestBackend | undefined;

  /** A command that says a version and does nothing else. */
  const saying = async (name: string, version: string) => {
    const file = join(directory, name);
    await writeFile(file, `#!/bin/sh\necho '${version}'\n`);
    await chmod(file, 0o755);
    return file;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'progressive-delivery-setup-'));
  });
  afterEach(async () => {
    process.env.PATH = path;
    await backend?.stop();
    backend = undefined;
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each<[string, JsonObject]>([
    ['without any configuration', {}],
    ['with empty sections', { kubernetes: null, progressiveDelivery: null }],
    [
      'with sections that hold nothing',
      {
        kubernetes: { clusterLocatorMethods: [] },
        integrations: {},
        progressiveDelivery: { argocd: null, tools: null },
      },
    ],
  ])(
    'starts %s and says all that is missing, in the log and to the tab',
    async (_, config) => {
      process.env.PATH = directory;
      const started = await start(config);
      backend = started.backend;

      for (const missing of [
        /No Kubernetes cluster is configured.*README\.md#clusters/,
        /No Argo CD is configured.*README\.md#argo-cd/,
        /No Git host is configured.*README\.md#git-hosts/,
        /There is no git on the PATH.*README\.md#tools/,
        /There is no helm on the PATH/,
        /There is no kustomize on the PATH/,
      ]) {
        expect(started.warned.filter(line => missing.test(line))).toHaveLength(
          1,
        );
      }
      const answer = await targetsOf(backend, 'web');
      expect(setupIds(answer)).toEqual([
        'clustersMissing',
        'argocdMissing',
        'gitHostsMissing',
        'gitUnusable',
        'toolsUnusable',
        'toolsUnusable',
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/try again/i);
    },
  );

  it('says that there is no Kubernetes plugin rather than to try again', async () => {
    const started = await start({
      progressiveDelivery: { argocd: [{ name: 'main', cluster: 'main' }] },
    });
    backend = started.backend;
    const { unusable } = await targetsOf(backend, 'web');
    expect(unusable).toEqual([
      expect.objectContaining({
        reason: 'unreachable',
        problems: [expect.objectContaining({ id: 'kubernetesMissing' })],
        remedies: [expect.objectContaining({ id: 'installKubernetes' })],
      }),
    ]);
  });

  it('shows a target that needs no cluster to be found, without one', async () => {
    const started = await start({
      integrations: { gitea: [{ host: 'git.example.com' }] },
      progressiveDelivery: {
        allow: [
          {
            entities: ['component:default/overlaid'],
            projects: ['*'],
            repositories: ['https://git.example.com/platform/*'],
            clusters: ['main'],
            namespaces: ['web'],
          },
        ],
      },
    });
    backend = started.backend;
    const { targets } = await targetsOf(backend, 'overlaid');
    expect(targets).toHaveLength(1);
  });

  it('starts with tools that are too old or do not fit together', async () => {
    const started = await start({
      progressiveDelivery: {
        tools: {
          git: await saying('old-git', 'git version 2.25.1'),
          helm: await saying('helm-4', 'v4.3.2'),
          kustomize: await saying('kustomize-5.7', 'v5.7.1'),
        },
      },
    });
    backend = started.backend;
    expect(started.warned).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          'Git 2.25.1 (progressiveDelivery.tools.git) is too old: 2.32 or newer is needed',
        ),
        expect.stringContaining(
          'Kustomize v5.7.1 (progressiveDelivery.tools) does not run Helm v4.3.2',
        ),
      ]),
    );
    expect(setupIds(await targetsOf(backend, 'web'))).toEqual(
      expect.arrayContaining(['gitUnusable', 'toolsUnusable']),
    );
  });
});
