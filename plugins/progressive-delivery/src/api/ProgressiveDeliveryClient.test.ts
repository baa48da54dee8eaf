/**
 * @jest-environment node
 */
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  chart,
  preparationProposal,
  preparedChart,
} from '../__testUtils__/chart';
import { comparison } from '../__testUtils__/comparison';
import {
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../__testUtils__/deliveryTarget';
import { emptyFleet } from '../__testUtils__/fleet';
import { proposal } from '../__testUtils__/proposal';
import { pausedRollout } from '../__testUtils__/rolloutStatus';
import { ClusterSignIn } from './ClusterSignIn';
import { ProgressiveDeliveryClient } from './ProgressiveDeliveryClient';

const entity = {
  kind: 'Component',
  namespace: 'default',
  name: 'agents-controllers',
};
const reference = { entity, target: 'main.argocd.agents/eu' };
const TARGETS =
  '/api/progressive-delivery/v1/entities/component/default/agents-controllers/targets';
const TARGET = `${TARGETS}/main.argocd.agents%2Feu`;

describe('ProgressiveDeliveryClient', () => {
  let server: Server;
  let client: ProgressiveDeliveryClient;
  let answer: { status: number; body: unknown };
  let answerStream: ((response: ServerResponse) => void) | undefined;
  let asked: { method?: string; url?: string; body: string };
  const tokens: (string | undefined)[] = [];

  const bodyOf = async (request: IncomingMessage) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    return body;
  };

  const clusterSignIn = ClusterSignIn.create();

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { headers, method, url } = request;
      tokens.push(
        headers['backstage-kubernetes-authorization-oidc-okta']?.toString(),
      );
      asked = { method, url, body: await bodyOf(request) };
      if (answerStream) {
        answerStream(response);
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = ProgressiveDeliveryClient.create({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      },
      fetchApi: { fetch },
      clusterSignIn,
    });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  afterEach(() => {
    answerStream = undefined;
  });

  it('asks for the delivery targets of an entity', async () => {
    answer = { status: 200, body: { targets: [deliveryTarget], unusable: [] } };

    await expect(client.getTargets(entity)).resolves.toEqual(answer.body);
    expect(asked).toEqual({ method: 'GET', url: TARGETS, body: '' });
  });

  it('asks for a page of the fleet, with all that is given of the query', async () => {
    answer = { status: 200, body: emptyFleet };

    await expect(
      client.getFleet({
        filter: 'attention',
        search: 'a & b',
        cursor: undefined,
        limit: 50,
      }),
    ).resolves.toEqual(emptyFleet);
    expect(asked.url).toBe(
      '/api/progressive-delivery/v1/fleet?filter=attention&search=a+%26+b&limit=50',
    );
  });

  it('asks for a comparison, with the change in the query', async () => {
    answer = { status: 200, body: comparison };

    await expect(
      client.getComparison(reference, {
        switch: `chart:${CONTROLLERS_SWITCH}`,
        enabled: false,
      }),
    ).resolves.toEqual(comparison);
    expect(asked.url).toBe(
      `${TARGET}/comparison?switch=chart%3A${CONTROLLERS_SWITCH}&enabled=false`,
    );
  });

  describe('told the stages of a comparison', () => {
    const change = { switch: CONTROLLERS_SWITCH, enabled: true };
    const compare = async () => {
      const stages: string[] = [];
      const result = await client
        .getComparison(reference, change, {
          onStage: stage => stages.push(stage),
        })
        .catch((error: Error) => error);
      return { stages, result };
    };
    const stream = (...messages: object[]) => {
      answerStream = response => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(
          messages
            .map(message => `data: ${JSON.stringify(message)}\n\n`)
            .join(''),
        );
      };
    };

    it('answers with what comes last, and passes over what it does not know', async () => {
      stream(
        { type: 'stage', stage: 'reading' },
        { type: 'of a later version' },
        { type: 'stage', stage: 'rendering' },
        { type: 'comparison', comparison },
      );
      expect(await compare()).toEqual({
        stages: ['reading', 'rendering'],
        result: comparison,
      });
    });

    it('fails as an error that was not streamed does', async () => {
      const error = { name: 'ConflictError', message: 'It moved', problem: {} };
      stream(
        { type: 'stage', stage: 'reading' },
        { type: 'failed', error, response: { statusCode: 409 } },
      );
      expect((await compare()).result).toMatchObject({
        name: 'ResponseError',
        statusCode: 409,
        body: { error },
        cause: { name: 'ConflictError', message: 'It moved' },
      });
    });

    it('says so where the stream ends before', async () => {
      stream({ type: 'stage', stage: 'reading' });
      expect((await compare()).result).toMatchObject({
        problem: { id: 'backendUnreadable' },
      });
    });

    it('is told none by an earlier backend, and answers all the same', async () => {
      answer = { status: 200, body: comparison };
      expect(await compare()).toEqual({ stages: [], result: comparison });
    });
  });

  it('asks for the documents of a comparison that was seen, and for all lines of one', async () => {
    const seen = {
      switch: CONTROLLERS_SWITCH,
      enabled: true,
      digest: 'a/b',
      profile: 'p',
    };
    const query = `switch=${CONTROLLERS_SWITCH}&digest=a%2Fb&profile=p&enabled=true`;
    answer = {
      status: 200,
      body: { changes: comparison.changes, nextCursor: '200' },
    };
    await expect(
      client.getComparisonDocuments(reference, { ...seen, cursor: '100' }),
    ).resolves.toEqual(answer.body);
    expect(asked.url).toBe(
      `${TARGET}/comparison/documents?${query}&cursor=100`,
    );
    await client.getComparisonDocuments(reference, seen);
    expect(asked.url).toBe(`${TARGET}/comparison/documents?${query}`);

    answer = { status: 200, body: { patch: '@@', shortened: false } };
    await expect(
      client.getComparisonDocument(reference, { ...seen, place: 7 }),
    ).resolves.toEqual(answer.body);
    expect(asked.url).toBe(`${TARGET}/comparison/documents/7?${query}`);
  });

  it('asks for proposals and rollouts', async () => {
    answer = { status: 200, body: { proposals: [proposal] } };
    await expect(client.getProposals(reference)).resolves.toEqual(answer.body);
    expect(asked.url).toBe(`${TARGET}/proposals`);

    answer = {
      status: 200,
      body: {
        observedAt: '2026-01-01T00:00:00Z',
        rollouts: [pausedRollout],
        problems: [],
      },
    };
    const rollouts = await client.getRollouts(reference);
    expect(rollouts.rollouts[0].name).toBe('agents-controllers');
    expect(asked.url).toBe(`${TARGET}/rollouts`);
  });

  it('asks for a Rollout as its cluster has it', async () => {
    answer = {
      status: 200,
      body: {
        observedAt: '2026-01-01T00:00:00Z',
        yaml: 'kind: Rollout\n',
        masked: true,
        shortened: false,
      },
    };
    await expect(
      client.getRolloutManifest(reference, { namespace: 'a', name: 'b' }),
    ).resolves.toEqual(answer.body);
    expect(asked.url).toBe(`${TARGET}/rollouts/a/b/manifest`);
  });

  it('asks for the charts of a target, and prepares one', async () => {
    answer = { status: 200, body: { charts: [chart] } };
    await expect(client.getCharts(reference)).resolves.toEqual(answer.body);
    expect(asked.url).toBe(`${TARGET}/charts`);

    answer = { status: 200, body: preparedChart };
    await expect(
      client.getChartPreparation(reference, 'web/1'),
    ).resolves.toEqual(answer.body);
    expect(asked.url).toBe(`${TARGET}/charts/web%2F1/preparation`);

    answer = {
      status: 201,
      body: { outcome: 'created', proposal: preparationProposal, notes: [] },
    };
    const request = { digest: 'digest-of-web', draft: true };
    await expect(
      client.prepareChart(reference, 'web/1', request),
    ).resolves.toEqual(answer.body);
    expect(asked).toMatchObject({
      method: 'POST',
      url: `${TARGET}/charts/web%2F1/preparation`,
    });
    expect(JSON.parse(asked.body)).toEqual(request);
  });

  describe('a cluster that each user signs in at', () => {
    const okta = {
      ...deliveryTarget,
      id: reference.target,
      destination: { cluster: 'main', authProvider: 'oidc.okta' },
    };
    const rollouts = {
      observedAt: '2026-01-01T00:00:00Z',
      rollouts: [],
      problems: [],
    };
    const askAll = async () => {
      tokens.length = 0;
      answer = { status: 200, body: { targets: [okta], unusable: [] } };
      await client.getTargets(entity);
      answer = { status: 200, body: rollouts };
      await client.getRollouts(reference);
      await client.getRollouts({ ...reference, target: 'another' });
    };
    const connect = () =>
      clusterSignIn.connect({
        getCredentials: async provider => ({ token: `of ${provider}` }),
      });

    it('is asked with the token that the user gives, as soon as it is known that it is needed', async () => {
      connect();
      await askAll();
      expect(tokens).toEqual([
        undefined,
        'of oidc.okta',
        'of oidc.okta',
        undefined,
      ]);
      await askAll();
      expect(tokens).toEqual(['of oidc.okta', 'of oidc.okta', undefined]);
    });

    it('is not asked where the user is not to be asked to sign in', async () => {
      connect();
      await askAll();
      tokens.length = 0;
      answer = { status: 200, body: { targets: [okta], unusable: [] } };
      await client.getTargets(entity, { signIn: false });
      expect(tokens).toEqual([undefined]);
    });

    it('is asked so for the checks of a preview as well', async () => {
      connect();
      await askAll();
      answer = { status: 200, body: comparison };
      await client.getComparison(reference, {
        switch: CONTROLLERS_SWITCH,
        enabled: true,
      });
      expect(tokens.at(-1)).toBe('of oidc.okta');
    });

    it('is asked without where the user declines, who is not asked again at once', async () => {
      const getCredentials = jest.fn(async () => {
        throw new Error('Popup was closed');
      });
      clusterSignIn.connect({ getCredentials });
      await askAll();
      await askAll();
      expect(tokens).toEqual([undefined, undefined, undefined]);
      expect(getCredentials).toHaveBeenCalledTimes(1);
    });
  });

  describe('streaming', () => {
    const messages: RolloutStreamMessage[] = [
      { type: 'target', target: 'eu', state: 'live', problems: [] },
      { type: 'workload', target: 'eu', status: pausedRollout },
      { type: 'complete' },
    ];
    let gone: Promise<void>;

    const stream = (write: (response: ServerResponse) => void) => {
      answerStream = response => {
        gone = new Promise(resolve => response.once('close', resolve));
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        write(response);
      };
    };

    it('hands on what comes as it comes, with signs of life', async () => {
      let response: ServerResponse | undefined;
      stream(opened => {
        response = opened;
        opened.write(': heartbeat\n\n');
      });
      const batches = (await client.streamRollouts(entity))[
        Symbol.asyncIterator
      ]();
      expect(asked.url).toBe(
        '/api/progressive-delivery/v1/entities/component/default/agents-controllers/rollouts/stream',
      );
      await expect(batches.next()).resolves.toEqual({ done: false, value: [] });

      response?.write(
        messages
          .map(message => `data: ${JSON.stringify(message)}\n\n`)
          .join(''),
      );
      await expect(batches.next()).resolves.toEqual({
        done: false,
        value: messages,
      });

      response?.end();
      await expect(batches.next()).resolves.toMatchObject({ done: true });
    });

    it('ends the request when nobody reads on', async () => {
      stream(response => response.write(':\n\n'));
      for await (const batch of await client.streamRollouts(entity)) {
        expect(batch).toEqual([]);
        break;
      }

      await gone;
    });

    it('gives up when it is told to', async () => {
      stream(response => response.write(':\n\n'));
      const request = new AbortController();
      const batches = await client.streamRollouts(entity, {
        signal: request.signal,
      });
      request.abort();

      await expect(
        batches[Symbol.asyncIterator]().next(),
      ).rejects.toMatchObject({ name: 'AbortError' });
      await gone;
    });

    it('passes over messages of a later version', async () => {
      stream(response =>
        response.write(
          'data: {"type":"newer"}\n\ndata: {"type":"complete"}\n\n',
        ),
      );
      const batches = await client.streamRollouts(entity);

      await expect(batches[Symbol.asyncIterator]().next()).resolves.toEqual({
        done: false,
        value: [{ type: 'complete' }],
      });
    });

    it('says so when it cannot read a message, and reads no further', async () => {
      stream(response => response.write('data: {"type":"compl\n\n'));
      const batches = await client.streamRollouts(entity);

      await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(
        /not one that this page can read.*different versions/,
      );
      await gone;
    });

    it('says so when something else answers', async () => {
      answer = { status: 200, body: 'Sign in' };

      await expect(client.streamRollouts(entity)).rejects.toThrow(
        /is not a stream of events/,
      );
    });
  });

  it('posts a proposal', async () => {
    answer = { status: 201, body: { outcome: 'created', proposal } };
    const request = {
      switch: CONTROLLERS_SWITCH,
      enabled: true,
      digest: 'sha256:5a1',
      profile: 'profile-1',
    };

    await expect(client.createProposal(reference, request)).resolves.toEqual(
      answer.body,
    );
    expect(asked).toMatchObject({ method: 'POST', url: `${TARGET}/proposals` });
    expect(JSON.parse(asked.body)).toEqual(request);
  });

  it.each([
    ['updateProposal', 'update', 'updated'],
    ['closeProposal', 'close', 'closed'],
  ] as const)(
    'changes an open pull request: %s',
    async (method, last, outcome) => {
      answer = { status: 200, body: { outcome } };
      const request = { switch: CONTROLLERS_SWITCH };
      await expect(client[method](reference, 3, request)).resolves.toEqual(
        answer.body,
      );
      expect(asked).toMatchObject({
        method: 'POST',
        url: `${TARGET}/proposals/3/${last}`,
      });
      expect(JSON.parse(asked.body)).toEqual(request);
    },
  );

  it('acts on a Rollout as it was seen', async () => {
    answer = { status: 200, body: { notes: [] } };
    const seen = { generation: 2, abort: false, paused: true };

    await expect(
      client.actOnRollout(
        reference,
        { namespace: 'agents', name: 'agents-controllers' },
        'promote-full',
        seen,
      ),
    ).resolves.toEqual({ notes: [] });
    expect(asked).toMatchObject({
      method: 'POST',
      url: `${TARGET}/rollouts/agents/agents-controllers/promote-full`,
    });
    expect(JSON.parse(asked.body)).toEqual(seen);
  });

  it("rejects with the backend's own error", async () => {
    answer = {
      status: 409,
      body: {
        error: { name: 'ConflictError', message: 'The overlay has changed.' },
        response: { statusCode: 409 },
      },
    };

    await expect(client.getTargets(entity)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'The overlay has changed.' },
    });
  });

  it('says so when it cannot read the answer', async () => {
    answer = { status: 200, body: { targets: [{ id: 1 }], unusable: [] } };

    await expect(client.getTargets(entity)).rejects.toThrow(
      /not one that this page can read.*different versions/,
    );
  });

  it('gives a request up', async () => {
    answer = { status: 200, body: { targets: [], unusable: [] } };

    await expect(
      client.getTargets(entity, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
