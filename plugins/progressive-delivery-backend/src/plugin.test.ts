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
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  comparisonReadPermission,
  comparisonValuesReadPermission,
  deliveryReadPermission,
  proposalCreatePermission,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  ProgressiveDeliveryService,
  progressiveDeliveryServiceRef,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import Router from 'express-promise-router';
import request from 'supertest';
import progressiveDeliveryPlugin from './';
import { describedRoutes } from './router/openapi/describedRoutes';

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
          'component:default/agents#controlPlane.progressiveDelivery.enabled,component:default/all-agents',
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
    status: {
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      resources: [
        {
          group: 'argoproj.io',
          kind: 'Rollout',
          namespace: 'agents',
          name: 'agents',
        },
      ],
    },
  },
  '/apis/argoproj.io/v1alpha1/namespaces/agents/rollouts/agents': {
    metadata: {
      name: 'agents',
      namespace: 'agents',
      uid: 'r',
      generation: 2,
      resourceVersion: '100',
    },
    spec: { strategy: { canary: { steps: [{ pause: {} }] } } },
    status: {
      phase: 'Paused',
      currentPodHash: 'new',
      stableRS: 'old',
      currentStepIndex: 0,
      pauseConditions: [{ reason: 'CanaryPauseStep' }],
    },
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
        router.get('/clusters', (_, res) => {
          res.json({ items: [] });
        });
        router.use('/proxy', (req, res) => {
          const object =
            objects[
              req.method === 'PATCH'
                ? req.path.replace('/status', '')
                : req.path
            ];
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
  /** As another plugin has it. */
  let service: ProgressiveDeliveryService;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        progressiveDeliveryPlugin,
        kubernetesProxy,
        createBackendPlugin({
          pluginId: 'consumer',
          register(env) {
            env.registerInit({
              deps: { progressiveDelivery: progressiveDeliveryServiceRef },
              async init({ progressiveDelivery }) {
                service = progressiveDelivery;
              },
            });
          },
        }),
        auditor.factory,
        catalogServiceMock.factory({
          entities: [
            component('agents', 'agents'),
            component('all-agents', 'agents'),
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
              argocd: [
                {
                  name: 'main',
                  cluster: 'main',
                  repositories: ['https://git.example.com/platform/*'],
                },
              ],
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

  const SEEN = {
    generation: 2,
    podHash: 'new',
    stepIndex: 0,
    abort: false,
    paused: true,
  };
  const act = (name: string, body: object = SEEN, action = 'abort') =>
    request(backend.server)
      .post(
        `${E}/${name}/targets/main.argocd.agents/rollouts/agents/agents/${action}`,
      )
      .send(body);

  it('answers nobody who is not signed in', async () => {
    for (const path of [
      '/agents/targets',
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=true',
      '/agents/targets/main.argocd.agents/proposals',
      '/agents/targets/main.argocd.agents/rollouts',
      '/agents/rollouts/stream',
    ]) {
      const { status } = await get(path).set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(status).toBe(401);
    }
    for (const change of [propose('agents'), act('all-agents')]) {
      const { status } = await change.set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(status).toBe(401);
    }
  });

  it.each([
    ['/agents/targets', deliveryReadPermission],
    [
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=true',
      comparisonReadPermission,
    ],
    ['/agents/targets/main.argocd.agents/proposals', deliveryReadPermission],
    ['/agents/targets/main.argocd.agents/rollouts', deliveryReadPermission],
    ['/agents/rollouts/stream', deliveryReadPermission],
  ])('asks for the permission on the entity: %s', async (path, permission) => {
    denied.add(permission.name);
    const { body } = await get(path).expect(403);
    expect(body.error.message).toBe(
      `You need the permission ${permission.name} on component:default/agents; usually its owners have it`,
    );
  });

  it('shows values to users with a permission of their own alone, and audits each time', async () => {
    const comparison =
      '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=true';
    const asked = () =>
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);
    denied.add(comparisonValuesReadPermission.name);
    await get(comparison);
    denied.clear();
    await get(comparison).set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(asked()).toEqual([]);

    await get(comparison);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'comparison-values-read',
        meta: {
          entityRef: 'component:default/agents',
          target: 'main.argocd.agents',
          switch: 'a',
          enabled: true,
        },
      }),
    );
    // There is no such Git host.
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('lets services read, and only users propose or act', async () => {
    const asService = mockCredentials.service.header();
    const answers = await Promise.all(
      [get('/agents/targets'), propose('agents'), act('all-agents')].map(
        asked => asked.set('Authorization', asService),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
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
            {
              id: 'gitUnreadable',
              parameters: expect.any(Object),
              text: expect.stringMatching(
                /Git host git\.example\.com .* is not configured/,
              ),
            },
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
          expect.objectContaining({
            text: expect.stringContaining('component:default/stranger'),
          }),
          expect.objectContaining({
            text: expect.stringContaining('progressiveDelivery.allow'),
          }),
        ],
      }),
    ]);
    expect(text).not.toContain('git.example.com');
    await get('/stranger/targets/main.argocd.agents/rollouts').expect(403);
  });

  it('streams what runs, and ends that when the backend stops', async () => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}${E}/agents/rollouts/stream`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"complete"')) {
        break;
      }
    }
    const messages = text
      .split('\n\n')
      .filter(each => each.startsWith('data: '))
      .map(each => JSON.parse(each.slice('data: '.length)));
    expect(messages[0]).toMatchObject({
      type: 'target',
      target: 'main.argocd.agents',
    });
    // The stand-in has no lists.
    expect(messages.at(-2)).toMatchObject({
      state: 'stale',
      problems: expect.arrayContaining([
        expect.objectContaining({
          id: 'kindMissing',
          text: expect.stringMatching(/does not have rollouts.argoproj.io/),
        }),
      ]),
    });
    expect(messages.at(-1)).toEqual({ type: 'complete' });
  });

  it.each(describedRoutes.filter(({ mediaType }) => mediaType === undefined))(
    'answers as its OpenAPI document says: $operationId',
    async ({ answers, method, path }) => {
      const values = {
        kind: 'component',
        namespace: 'default',
        name: 'all-agents',
        target: 'main.argocd.agents',
        rolloutNamespace: 'agents',
        rollout: 'agents',
        action: 'abort',
      };
      const url = Object.entries(values).reduce(
        (filled, [name, value]) =>
          filled.replace(new RegExp(`:${name}\\b`), value),
        path,
      );
      const body = path.endsWith('/proposals') ? WISH : SEEN;
      const response = await request(backend.server)
        [method](`/api/progressive-delivery${url}`)
        .query(method === 'get' ? { switch: 'a', enabled: 'true' } : {})
        .send(method === 'post' ? body : undefined);

      const anError: unknown = expect.objectContaining({
        error: expect.objectContaining({
          name: expect.any(String),
          message: expect.any(String),
        }),
      });
      // Equal: nothing is sent that is not described.
      expect(response.body).toEqual(
        answers[response.status]?.schema.parse(response.body) ?? anError,
      );
    },
  );

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

  describe('for other plugins', () => {
    const options = { credentials: mockCredentials.user() };
    const target = {
      entityRef: 'component:default/all-agents',
      target: 'main.argocd.agents',
    };
    const rollout = { ...target, namespace: 'agents', rollout: 'agents' };

    it('offers what runs, and acts on it as a user', async () => {
      const { targets } = await service.getTargets(target, options);
      expect(targets.map(({ id }) => id)).toEqual([target.target]);
      await expect(service.getRollouts(target, options)).resolves.toMatchObject(
        { problems: expect.any(Array) },
      );
      await expect(
        service.actOnRollout(
          { ...rollout, action: 'abort', seen: SEEN },
          options,
        ),
      ).resolves.toEqual({ notes: [] });
    });

    it('throws what the backend has thrown', async () => {
      await expect(
        service.getRollouts({ ...target, target: 'nothing' }, options),
      ).rejects.toThrow(NotFoundError);
      await expect(
        service.actOnRollout(
          { ...rollout, action: 'abort', seen: { ...SEEN, paused: false } },
          options,
        ),
      ).rejects.toThrow(ConflictError);
      await expect(
        service.propose(
          { ...target, entityRef: 'component:default/agents', ...WISH },
          options,
        ),
      ).rejects.toThrow(NotAllowedError);
      await expect(
        service.getProposals(target, options),
      ).rejects.not.toHaveProperty('statusCode');
      await expect(
        service.getComparison(
          { ...target, switch: 'a', enabled: true },
          options,
        ),
      ).rejects.not.toHaveProperty('statusCode');
    });
  });

  describe('acting on a Rollout', () => {
    it('is audited with who, what and from which state', async () => {
      const { body } = await act('all-agents').expect(200);
      expect(body).toEqual({ notes: [] });
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'rollout-update',
          meta: expect.objectContaining({
            target: 'main.argocd.agents',
            rolloutNamespace: 'agents',
            rollout: 'agents',
            action: 'abort',
            seen: SEEN,
          }),
        }),
      );
      expect(event.success).toHaveBeenCalledWith({
        meta: {
          entityRef: 'component:default/all-agents',
          userEntityRef: 'user:default/mock',
          cluster: 'main',
          from: { ...SEEN, phase: 'Paused' },
        },
      });
    });

    it('needs the permission on the entity', async () => {
      denied.add(rolloutUpdatePermission.name);
      const { body } = await act('all-agents').expect(403);
      expect(body.error.message).toMatch(rolloutUpdatePermission.name);
      expect(event.fail).toHaveBeenCalledTimes(1);
    });

    it('is refused on what has changed, and audited as well', async () => {
      const { body } = await act('all-agents', {
        ...SEEN,
        paused: false,
      }).expect(409);
      expect(body.error.message).toMatch(/: it is paused now\.$/);
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'ConflictError' }),
      });
      expect(event.success).not.toHaveBeenCalled();
    });

    it('is refused where it cannot be told whose the Rollout is', async () => {
      const { body } = await act('agents').expect(503);
      expect(body.error.message).toMatch(/because Git could not be read/);
    });

    it('is refused to an entity that may not use the target', async () => {
      const { text } = await act('stranger').expect(403);
      expect(text).not.toContain('git.example.com');
    });

    it('is refused as what is no request, with what and where', async () => {
      const undo = await act('all-agents', SEEN, 'undo').expect(400);
      expect(undo.body.error.message).toMatch(/^action: .*"promote"/);
      const force = await act('all-agents', { ...SEEN, force: true });
      expect(force.status).toBe(400);
      expect(force.body.error.message).toMatch(/force/);
    });
  });
});
