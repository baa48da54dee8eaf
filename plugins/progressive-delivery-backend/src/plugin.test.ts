import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  comparisonReadPermission,
  deliveryReadPermission,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import Router from 'express-promise-router';
import request from 'supertest';
import progressiveDeliveryPlugin from '.';

const E = '/api/progressive-delivery/v1/entities/component/default';
const WISH = {
  switch: 'controllers.progressiveDelivery.enabled',
  enabled: true,
  digest: 'd',
  profile: 'p',
};

const component = (name: string, app: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'argocd/app-name': app },
  },
  spec: { type: 'service' },
});

/** What Argo CD would have in its cluster. */
const objects: Record<string, object> = {
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/agents': {
    metadata: {
      name: 'agents',
      namespace: 'argocd',
      annotations: {
        'progressive-delivery/entities':
          'component:default/agents#controlPlane.progressiveDelivery.enabled',
      },
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/platform/gitops.git',
        path: 'overlay',
        targetRevision: 'main',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'agents',
      },
    },
    status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
  },
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects/default': {
    metadata: { name: 'default' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
    },
  },
};

/**
 * Stands where the Kubernetes plugin does, whose proxy jest cannot load; the end-to-end tests have the real one.
 */
const kubernetesProxy = createBackendPlugin({
  pluginId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.use('/proxy', (req, res) => {
          const object = objects[req.path];
          res.status(object ? 200 : 404).json(
            object ?? {
              kind: 'Status',
              message: 'not found',
              details: { name: req.path.split('/').at(-1) },
            },
          );
        });
        httpRouter.use(router);
      },
    });
  },
});

describe('the plugin', () => {
  const denied = new Set<string>();
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        progressiveDeliveryPlugin,
        kubernetesProxy,
        auditor.factory,
        catalogServiceMock.factory({
          entities: [
            component('agents', 'agents'),
            component('stranger', 'agents'),
            component('lost', 'nowhere'),
          ],
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }: { permission: Permission }) => ({
              result: denied.has(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            progressiveDelivery: {
              argocd: [{ name: 'main', cluster: 'main' }],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  beforeEach(() => {
    denied.clear();
    jest.clearAllMocks();
    event.success.mockResolvedValue(undefined);
    event.fail.mockResolvedValue(undefined);
    auditor.createEvent.mockResolvedValue(event);
  });

  const get = (path: string) => request(backend.server).get(`${E}${path}`);
  const propose = (name: string, body: object = WISH) =>
    request(backend.server)
      .post(`${E}/${name}/targets/main.argocd.agents/proposals`)
      .send(body);

  it('answers nobody who is not signed in', async () => {
    for (const path of [
      '/agents/targets',
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=true',
      '/agents/targets/main.argocd.agents/proposals',
      '/agents/targets/main.argocd.agents/rollouts',
    ]) {
      await get(path)
        .set('Authorization', mockCredentials.none.header())
        .expect(401);
    }
    await propose('agents')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });

  it.each([
    ['/agents/targets', deliveryReadPermission],
    [
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=true',
      comparisonReadPermission,
    ],
    ['/agents/targets/main.argocd.agents/proposals', deliveryReadPermission],
    ['/agents/targets/main.argocd.agents/rollouts', deliveryReadPermission],
  ])('asks for the permission on the entity: %s', async (path, permission) => {
    denied.add(permission.name);
    const { body } = await get(path).expect(403);
    expect(body.error.message).toBe(
      `You need the permission ${permission.name} on component:default/agents; usually its owners have it`,
    );
  });

  it('lets services read, and only users propose', async () => {
    const service = mockCredentials.service.header();
    await get('/agents/targets').set('Authorization', service).expect(200);
    await propose('agents').set('Authorization', service).expect(403);
  });

  it('tells where an entity is delivered to, and what of it could not be read', async () => {
    const { body } = await get('/agents/targets').expect(200);
    expect(body).toEqual({
      unusable: [],
      targets: [
        expect.objectContaining({
          id: 'main.argocd.agents',
          destination: expect.objectContaining({
            cluster: 'main',
            namespace: 'agents',
          }),
          application: expect.objectContaining({
            sync: 'Synced',
            health: 'Healthy',
          }),
          problems: [
            expect.stringMatching(
              /Git host git\.example\.com .* is not configured/,
            ),
          ],
        }),
      ],
    });
  });

  it('gives nothing of a target away to an entity that may not use it', async () => {
    const { body, text } = await get('/stranger/targets').expect(200);
    expect(body.targets).toEqual([]);
    expect(body.unusable).toEqual([
      expect.objectContaining({
        reason: 'not-allowed',
        remedies: [
          expect.stringContaining('component:default/stranger'),
          expect.stringContaining('progressiveDelivery.allow'),
        ],
      }),
    ]);
    expect(text).not.toContain('git.example.com');
    await get('/stranger/targets/main.argocd.agents/rollouts').expect(403);
  });

  it('says what does not exist', async () => {
    const lost = await get('/lost/targets').expect(200);
    expect(lost.body.unusable).toEqual([
      expect.objectContaining({ reason: 'not-found' }),
    ]);
    await get('/nobody/targets').expect(404);
    await get('/agents/targets/nothing/rollouts').expect(404);
  });

  it('refuses requests that are none, with what and where', async () => {
    const comparison = await get(
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=maybe',
    ).expect(400);
    expect(comparison.body.error.message).toBe(
      'enabled: say which way: enabled=true or enabled=false',
    );
    const proposal = await propose('agents', { ...WISH, force: true }).expect(
      400,
    );
    expect(proposal.body.error.message).toMatch(/force/);
  });

  it('audits who wanted to propose what, and refuses a switch that is not the entity’s', async () => {
    await propose('agents').expect(403);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'proposal-create' }),
    );
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          'does not belong to component:default/agents; its own: controlPlane.progressiveDelivery.enabled',
        ),
      }),
    });

    denied.add(proposalCreatePermission.name);
    event.fail.mockClear();
    await propose('agents').expect(403);
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });
});
