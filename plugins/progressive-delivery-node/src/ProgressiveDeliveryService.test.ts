import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  ProgressiveDeliveryService,
  progressiveDeliveryServiceRef,
} from './ProgressiveDeliveryService';

describe('progressiveDeliveryServiceRef', () => {
  const credentials = mockCredentials.user('user:default/guest');
  const requests: { request: IncomingMessage; body: string }[] = [];
  let answer: { status: number; body: unknown };
  let server: Server;
  let service: ProgressiveDeliveryService;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      requests.push({ request, body: await text(request) });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    backend = await startTestBackend({
      features: [
        mockServices.discovery.mock({
          getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
        }).factory,
        createBackendPlugin({
          pluginId: 'consumer',
          register(env) {
            env.registerInit({
              deps: {
                progressiveDelivery: progressiveDeliveryServiceRef,
                logger: coreServices.logger,
              },
              async init({ progressiveDelivery }) {
                service = progressiveDelivery;
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    server.close();
  });

  beforeEach(() => {
    requests.length = 0;
  });

  it('asks the backend on behalf of the user', async () => {
    answer = { status: 200, body: { targets: [], unusable: [] } };
    await expect(
      service.getTargets(
        { entityRef: 'Component:default/Agents' },
        { credentials },
      ),
    ).resolves.toEqual(answer.body);
    const [{ request }] = requests;
    expect(request.url).toBe(
      '/api/progressive-delivery/v1/entities/component/default/agents/targets?wait=true',
    );
    expect(request.headers.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: credentials,
        targetPluginId: 'progressive-delivery',
      }),
    );
  });

  it('asks for the next documents of a comparison, and sends nothing twice', async () => {
    answer = { status: 200, body: { changes: [] } };
    await expect(
      service.getComparisonDocuments(
        {
          entityRef: 'component:default/agents',
          target: 'main.argocd.agents',
          switch: 'progressiveDelivery.enabled',
          enabled: false,
          digest: 'd',
          profile: 'p',
          cursor: '100',
        },
        { credentials },
      ),
    ).resolves.toEqual(answer.body);
    expect(requests[0].request.url).toBe(
      '/api/progressive-delivery/v1/entities/component/default/agents/targets/main.argocd.agents/comparison/documents?switch=progressiveDelivery.enabled&digest=d&profile=p&enabled=false&cursor=100',
    );
  });

  it('sends what is proposed, and nothing that belongs into the path', async () => {
    answer = {
      status: 409,
      body: {
        error: { name: 'ConflictError', message: 'Preview it again.' },
        response: { statusCode: 409 },
      },
    };
    await expect(
      service.propose(
        {
          entityRef: 'component:default/agents',
          target: 'main.argocd.agents',
          switch: 'progressiveDelivery.enabled',
          enabled: true,
          digest: 'd',
          profile: 'p',
        },
        { credentials },
      ),
    ).rejects.toThrow(new ConflictError('Preview it again.'));
    const [{ body, request }] = requests;
    expect(`${request.method} ${request.url}`).toBe(
      'POST /api/progressive-delivery/v1/entities/component/default/agents/targets/main.argocd.agents/proposals',
    );
    expect(JSON.parse(body)).toEqual({
      switch: 'progressiveDelivery.enabled',
      enabled: true,
      digest: 'd',
      profile: 'p',
    });
  });

  it('throws on what keeps a proposal from being made', async () => {
    const preflight = {
      findings: [
        {
          id: 'prune-last-live',
          object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
          severity: 'block',
          parameters: {},
          seen: 'It was seen',
          why: 'Why',
          remedy: 'What to do',
        },
      ],
      unchecked: [],
      summary: { looked: 12, found: 1, couldNotLook: 0 },
      acknowledgeWarnings: false,
    };
    answer = {
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          message: 'These findings block the pull request',
          preflight,
        },
        response: { statusCode: 409 },
      },
    };
    await expect(
      service.propose(
        {
          entityRef: 'component:default/agents',
          target: 'main.argocd.agents',
          switch: 'progressiveDelivery.enabled',
          enabled: true,
          digest: 'd',
          profile: 'p',
        },
        { credentials },
      ),
    ).rejects.toMatchObject({ name: 'ConflictError', preflight });
  });

  it('acts as of what was seen', async () => {
    answer = { status: 200, body: { notes: [] } };
    const seen = { generation: 2, abort: false, paused: true };
    await expect(
      service.actOnRollout(
        {
          entityRef: 'component:default/agents',
          target: 'main.argocd.agents',
          namespace: 'shop',
          rollout: 'web',
          action: 'abort',
          seen,
        },
        { credentials },
      ),
    ).resolves.toEqual({ notes: [] });
    const [{ body, request }] = requests;
    expect(`${request.method} ${request.url}`).toBe(
      'POST /api/progressive-delivery/v1/entities/component/default/agents/targets/main.argocd.agents/rollouts/shop/web/abort',
    );
    expect(JSON.parse(body)).toEqual(seen);
  });

  it('takes no answer of something in between for one of the backend', async () => {
    answer = { status: 502, body: 'Bad gateway' };
    await expect(
      service.getRollouts(
        { entityRef: 'component:default/agents', target: 'a' },
        { credentials },
      ),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 502 });
  });

  it('refuses an answer that is not what the contract says', async () => {
    answer = { status: 200, body: { targets: 'many' } };
    await expect(
      service.getTargets(
        { entityRef: 'component:default/agents' },
        { credentials },
      ),
    ).rejects.toThrow(/targets/);
  });
});
