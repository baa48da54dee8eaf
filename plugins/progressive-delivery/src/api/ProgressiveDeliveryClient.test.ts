/**
 * @jest-environment node
 */
import { AskedBackend } from '../__testUtils__/AskedBackend';
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
  let backend: AskedBackend;
  let client: ProgressiveDeliveryClient;
  const clusterSignIn = ClusterSignIn.create();

  beforeAll(async () => {
    backend = await AskedBackend.start();
    client = backend.client(clusterSignIn);
  });
  afterAll(() => backend.stop());

  it('asks for the delivery targets of an entity', async () => {
    backend.answer = {
      status: 200,
      body: { targets: [deliveryTarget], unusable: [] },
    };

    await expect(client.getTargets(entity)).resolves.toEqual(
      backend.answer.body,
    );
    expect(backend.asked).toEqual({ method: 'GET', url: TARGETS, body: '' });
  });

  it('asks for a page of the fleet, with all that is given of the query', async () => {
    backend.answer = { status: 200, body: emptyFleet };

    await expect(
      client.getFleet({
        filter: 'attention',
        search: 'a & b',
        cursor: undefined,
        limit: 50,
      }),
    ).resolves.toEqual(emptyFleet);
    expect(backend.asked.url).toBe(
      '/api/progressive-delivery/v1/fleet?filter=attention&search=a+%26+b&limit=50',
    );
  });

  it('asks for a comparison, with the change in the query', async () => {
    backend.answer = { status: 200, body: comparison };

    await expect(
      client.getComparison(reference, {
        switch: `chart:${CONTROLLERS_SWITCH}`,
        enabled: false,
      }),
    ).resolves.toEqual(comparison);
    expect(backend.asked.url).toBe(
      `${TARGET}/comparison?switch=chart%3A${CONTROLLERS_SWITCH}&enabled=false`,
    );
  });

  it('asks for the documents of a comparison that was seen, and for all lines of one', async () => {
    const seen = {
      switch: CONTROLLERS_SWITCH,
      enabled: true,
      digest: 'a/b',
      profile: 'p',
    };
    const query = `switch=${CONTROLLERS_SWITCH}&digest=a%2Fb&profile=p&enabled=true`;
    backend.answer = {
      status: 200,
      body: { changes: comparison.changes, nextCursor: '200' },
    };
    await expect(
      client.getComparisonDocuments(reference, { ...seen, cursor: '100' }),
    ).resolves.toEqual(backend.answer.body);
    expect(backend.asked.url).toBe(
      `${TARGET}/comparison/documents?${query}&cursor=100`,
    );
    await client.getComparisonDocuments(reference, seen);
    expect(backend.asked.url).toBe(`${TARGET}/comparison/documents?${query}`);

    backend.answer = { status: 200, body: { patch: '@@', shortened: false } };
    await expect(
      client.getComparisonDocument(reference, { ...seen, place: 7 }),
    ).resolves.toEqual(backend.answer.body);
    expect(backend.asked.url).toBe(`${TARGET}/comparison/documents/7?${query}`);
  });

  it('asks for proposals and rollouts', async () => {
    backend.answer = { status: 200, body: { proposals: [proposal] } };
    await expect(client.getProposals(reference)).resolves.toEqual(
      backend.answer.body,
    );
    expect(backend.asked.url).toBe(`${TARGET}/proposals`);

    backend.answer = {
      status: 200,
      body: {
        observedAt: '2026-01-01T00:00:00Z',
        rollouts: [pausedRollout],
        problems: [],
      },
    };
    const rollouts = await client.getRollouts(reference);
    expect(rollouts.rollouts[0].name).toBe('agents-controllers');
    expect(backend.asked.url).toBe(`${TARGET}/rollouts`);
  });

  it('asks for a Rollout as its cluster has it', async () => {
    backend.answer = {
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
    ).resolves.toEqual(backend.answer.body);
    expect(backend.asked.url).toBe(`${TARGET}/rollouts/a/b/manifest`);
  });

  it('asks for the charts of a target, and prepares one', async () => {
    backend.answer = { status: 200, body: { charts: [chart] } };
    await expect(client.getCharts(reference)).resolves.toEqual(
      backend.answer.body,
    );
    expect(backend.asked.url).toBe(`${TARGET}/charts`);

    backend.answer = { status: 200, body: preparedChart };
    await expect(
      client.getChartPreparation(reference, 'web/1'),
    ).resolves.toEqual(backend.answer.body);
    expect(backend.asked.url).toBe(`${TARGET}/charts/web%2F1/preparation`);

    backend.answer = {
      status: 201,
      body: { outcome: 'created', proposal: preparationProposal, notes: [] },
    };
    const request = { digest: 'digest-of-web', draft: true };
    await expect(
      client.prepareChart(reference, 'web/1', request),
    ).resolves.toEqual(backend.answer.body);
    expect(backend.asked).toMatchObject({
      method: 'POST',
      url: `${TARGET}/charts/web%2F1/preparation`,
    });
    expect(JSON.parse(backend.asked.body)).toEqual(request);
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
      backend.tokens.length = 0;
      backend.answer = { status: 200, body: { targets: [okta], unusable: [] } };
      await client.getTargets(entity);
      backend.answer = { status: 200, body: rollouts };
      await client.getRollouts(reference);
      await client.getRollouts({ ...reference, target: 'another' });
    };
    const connect = () =>
      clusterSignIn.connect({
        getCredentials: async provider => ({ token: `of ${provider}` }),
      });

    it('is backend.asked with the token that the user gives, as soon as it is known that it is needed', async () => {
      connect();
      await askAll();
      expect(backend.tokens).toEqual([
        undefined,
        'of oidc.okta',
        'of oidc.okta',
        undefined,
      ]);
      await askAll();
      expect(backend.tokens).toEqual([
        'of oidc.okta',
        'of oidc.okta',
        undefined,
      ]);
    });

    it('is not backend.asked where the user is not to be backend.asked to sign in', async () => {
      connect();
      await askAll();
      backend.tokens.length = 0;
      backend.answer = { status: 200, body: { targets: [okta], unusable: [] } };
      await client.getTargets(entity, { signIn: false });
      expect(backend.tokens).toEqual([undefined]);
    });

    it('is backend.asked so for the checks of a preview as well', async () => {
      connect();
      await askAll();
      backend.answer = { status: 200, body: comparison };
      await client.getComparison(reference, {
        switch: CONTROLLERS_SWITCH,
        enabled: true,
      });
      expect(backend.tokens.at(-1)).toBe('of oidc.okta');
    });

    it('is backend.asked without where the user declines, who is not backend.asked again at once', async () => {
      const getCredentials = jest.fn(async () => {
        throw new Error('Popup was closed');
      });
      clusterSignIn.connect({ getCredentials });
      await askAll();
      await askAll();
      expect(backend.tokens).toEqual([undefined, undefined, undefined]);
      expect(getCredentials).toHaveBeenCalledTimes(1);
    });
  });

  it('posts a proposal', async () => {
    backend.answer = { status: 201, body: { outcome: 'created', proposal } };
    const request = {
      switch: CONTROLLERS_SWITCH,
      enabled: true,
      digest: 'sha256:5a1',
      profile: 'profile-1',
    };

    await expect(client.createProposal(reference, request)).resolves.toEqual(
      backend.answer.body,
    );
    expect(backend.asked).toMatchObject({
      method: 'POST',
      url: `${TARGET}/proposals`,
    });
    expect(JSON.parse(backend.asked.body)).toEqual(request);
  });

  it.each([
    ['updateProposal', 'update', 'updated'],
    ['closeProposal', 'close', 'closed'],
  ] as const)(
    'changes an open pull request: %s',
    async (method, last, outcome) => {
      backend.answer = { status: 200, body: { outcome } };
      const request = { switch: CONTROLLERS_SWITCH };
      await expect(client[method](reference, 3, request)).resolves.toEqual(
        backend.answer.body,
      );
      expect(backend.asked).toMatchObject({
        method: 'POST',
        url: `${TARGET}/proposals/3/${last}`,
      });
      expect(JSON.parse(backend.asked.body)).toEqual(request);
    },
  );

  it('acts on a Rollout as it was seen', async () => {
    backend.answer = { status: 200, body: { notes: [] } };
    const seen = { generation: 2, abort: false, paused: true };

    await expect(
      client.actOnRollout(
        reference,
        { namespace: 'agents', name: 'agents-controllers' },
        'promote-full',
        seen,
      ),
    ).resolves.toEqual({ notes: [] });
    expect(backend.asked).toMatchObject({
      method: 'POST',
      url: `${TARGET}/rollouts/agents/agents-controllers/promote-full`,
    });
    expect(JSON.parse(backend.asked.body)).toEqual(seen);
  });

  it("rejects with the backend's own error", async () => {
    backend.answer = {
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
    backend.answer = {
      status: 200,
      body: { targets: [{ id: 1 }], unusable: [] },
    };

    await expect(client.getTargets(entity)).rejects.toThrow(
      /not one that this page can read.*different versions/,
    );
  });

  it('gives a request up', async () => {
    backend.answer = { status: 200, body: { targets: [], unusable: [] } };

    await expect(
      client.getTargets(entity, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
