import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { kubernetesStandIn } from './__testUtils__/kubernetesStandIn';
import { progressiveDeliveryPlugin } from './plugin';
import { routesOf } from './router/__testUtils__/routesOf';
import { SignedTokens } from './router/__testUtils__/SignedTokens';
import { createRouter, RouterOptions } from './router/createRouter';

const OWNER = 'user:default/owner';
/** May propose, and not override what keeps a proposal. */
const PROPOSER = 'user:default/proposer';
const HIDDEN = 'component:default/hidden';

/** Whoever may ask for something, with a token as Backstage signs it. */
const CALLERS = {
  'no token': undefined,
  'the expired token of the owner': tokens =>
    tokens.user(OWNER, { expired: true }),
  'a guest': tokens => tokens.user('user:development/guest'),
  'a reader': tokens => tokens.user('user:default/reader'),
  'the owner of another entity': tokens =>
    tokens.user('user:default/other-owner'),
  'the owner': tokens => tokens.user(OWNER),
  'another plugin': tokens => tokens.plugin('scaffolder'),
  'the expired token of another plugin': tokens =>
    tokens.plugin('scaffolder', { expired: true }),
} satisfies Record<
  string,
  ((tokens: SignedTokens) => Promise<string>) | undefined
>;
type Caller = keyof typeof CALLERS;

/** Whom the policy lets through to what the route does; that then finds no such target, or no Rollout, or streams. */
const READING: Record<Caller, 'through' | number> = {
  'no token': 401,
  'the expired token of the owner': 401,
  'the expired token of another plugin': 401,
  'a guest': 'through',
  'a reader': 'through',
  'the owner of another entity': 'through',
  'the owner': 'through',
  'another plugin': 'through',
};
const CHANGING: Record<Caller, 'through' | number> = {
  ...READING,
  'a guest': 403,
  'a reader': 403,
  'the owner of another entity': 403,
  'another plugin': 403,
};

/** Administrators have a token of `backend.auth.externalAccess` here. */
const ADMINISTRATING: Record<Caller, 'through' | number> = {
  ...CHANGING,
  'the owner': 403,
  'another plugin': 'through',
};

const E = '/v1/entities/:kind/:namespace/:name';

/** Every route, with who may use it and what those get who are let through. */
const ROUTES: Record<
  string,
  { access: typeof READING; through: number; body?: object }
> = {
  [`GET ${E}/targets`]: { access: READING, through: 200 },
  [`GET ${E}/targets/:target/comparison`]: { access: READING, through: 400 },
  [`GET ${E}/targets/:target/comparison/documents`]: {
    access: READING,
    through: 400,
  },
  [`GET ${E}/targets/:target/comparison/documents/:document`]: {
    access: READING,
    through: 400,
  },
  [`GET ${E}/targets/:target/proposals`]: { access: READING, through: 404 },
  [`POST ${E}/targets/:target/proposals`]: {
    access: CHANGING,
    through: 404,
    body: {
      switch: 'progressiveDelivery.enabled',
      enabled: true,
      digest: 'd',
      profile: 'p',
    },
  },
  [`POST ${E}/targets/:target/proposals/:number/update`]: {
    access: CHANGING,
    through: 404,
    body: { switch: 'progressiveDelivery.enabled' },
  },
  [`POST ${E}/targets/:target/proposals/:number/close`]: {
    access: CHANGING,
    through: 404,
    body: { switch: 'progressiveDelivery.enabled' },
  },
  [`GET ${E}/targets/:target/charts`]: { access: READING, through: 404 },
  [`GET ${E}/targets/:target/charts/:chart/preparation`]: {
    access: READING,
    through: 404,
  },
  [`POST ${E}/targets/:target/charts/:chart/preparation`]: {
    access: CHANGING,
    through: 404,
    body: { digest: 'd' },
  },
  [`GET ${E}/targets/:target/rollouts`]: { access: READING, through: 404 },
  [`GET ${E}/targets/:target/rollouts/:rolloutNamespace/:rollout/manifest`]: {
    access: READING,
    through: 404,
  },
  [`GET ${E}/rollouts/stream`]: { access: READING, through: 200 },
  // It tells everybody signed in of what they may read, which plugin.fleet.test.ts says more of.
  'GET /v1/fleet': { access: READING, through: 200 },
  'GET /v1/doctor': { access: ADMINISTRATING, through: 200 },
  [`POST ${E}/targets/:target/rollouts/:rolloutNamespace/:rollout/:action`]: {
    access: CHANGING,
    through: 404,
    body: {
      generation: 1,
      podHash: 'a',
      stepIndex: 0,
      abort: false,
      paused: true,
    },
  },
};

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: OWNER }],
});

/** The catalog, of which nobody may see one entity. */
function catalog() {
  const all = catalogServiceMock({
    entities: [component('agents'), component('hidden')],
  });
  return catalogServiceMock.mock({
    getEntityByRef: async (reference, options) => {
      const entity = await all.getEntityByRef(reference, options);
      return entity?.metadata.name === 'hidden' ? undefined : entity;
    },
  });
}

/** As the reference app's policy: everybody signed in reads, owners change; services of Backstage may all. */
const permissions = mockServices.permissions.mock({
  authorize: async (requests, { credentials }) => {
    const principal = credentials.principal as {
      type: string;
      userEntityRef?: string;
    };
    return requests.map(({ permission }) => ({
      result:
        principal.type === 'service' ||
        (permission.name !== 'progressive-delivery.doctor.read' &&
          (permission.attributes.action === 'read' ||
            principal.userEntityRef === OWNER)) ||
        (principal.userEntityRef === PROPOSER &&
          permission.name === 'progressive-delivery.proposal.create')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    }));
  },
});

const keys = createMockDirectory();
const tokens = SignedTokens.create(keys.path);

const start = (progressiveDelivery: object = {}) =>
  startTestBackend({
    features: [
      ...tokens.features('scaffolder'),
      progressiveDeliveryPlugin,
      kubernetesStandIn(),
      catalog().factory,
      permissions.factory,
      mockServices.rootConfig.factory({
        data: { backend: { auth: tokens.config }, progressiveDelivery },
      }),
    ],
  });

/** The status, and the body of an answer that ends. */
async function ask(
  backend: TestBackend,
  route: string,
  entity: string,
  caller: Caller | ((signed: SignedTokens) => Promise<string>),
  body?: object,
): Promise<{ status: number; message?: string }> {
  const [method, path] = route.split(' ');
  const [kind, namespace, name] = entity.split(/[:/]/);
  const parameters: Record<string, string> = {
    kind,
    namespace,
    name,
    target: 'nothing',
    document: '0',
    chart: 'web',
    number: '1',
    rolloutNamespace: 'agents',
    rollout: 'agents',
    action: 'abort',
  };
  const url = path.replace(
    /:(\w+)/g,
    (_, parameter: string) => parameters[parameter],
  );
  const tokenOf = typeof caller === 'string' ? CALLERS[caller] : caller;
  const token = await tokenOf?.(tokens);
  const response = await fetch(
    `http://localhost:${backend.server.port()}/api/progressive-delivery${url}`,
    {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    },
  );
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel();
    return { status: response.status };
  }
  const { error } = await response.json();
  return { status: response.status, message: error?.message };
}

describe('who may use which route', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend?.stop());

  it('is said of every route that there is', () => {
    // The routes use none of these before they are asked.
    const router = createRouter({} as RouterOptions);
    expect(routesOf(Object(router)).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  describe.each(Object.entries(ROUTES))(
    '%s',
    (route, { access, body, through }) => {
      it.each(Object.entries(access) as [Caller, 'through' | number][])(
        'answers %s with %s',
        async (caller, expected) => {
          const { status } = await ask(
            backend,
            route,
            'component:default/agents',
            caller,
            body,
          );
          expect(status).toBe(expected === 'through' ? through : expected);
        },
      );

      if (!route.includes(E)) {
        return;
      }

      it('answers of an entity that the caller may not see as of one that does not exist', async () => {
        const asking = (entity: string, caller: Caller) =>
          ask(backend, route, entity, caller, body);
        for (const caller of Object.keys(CALLERS) as Caller[]) {
          const hidden = await asking(HIDDEN, caller);
          const missing = await asking('component:default/missing', caller);
          expect(hidden.status).toBe(missing.status);
          expect([401, 403, 404]).toContain(hidden.status);
          expect(hidden.message?.replaceAll('hidden', 'X')).toBe(
            missing.message?.replaceAll('missing', 'X'),
          );
        }
      });
    },
  );
});

describe('overriding what keeps a proposal', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend?.stop());

  const route = `POST ${E}/targets/:target/proposals`;
  const override = {
    findings: [{ id: 'a', object: { kind: 'Deployment', name: 'web' } }],
    reason: 'Known',
  };
  const by = (user: string, more: object) =>
    ask(
      backend,
      route,
      'component:default/agents',
      signed => signed.user(user),
      { ...ROUTES[route].body, ...more },
    );

  it('takes a permission of its own', async () => {
    expect((await by(PROPOSER, {})).status).toBe(404);
    expect((await by(OWNER, { override })).status).toBe(404);
    expect(await by(PROPOSER, { override })).toEqual({
      status: 403,
      message:
        'You need the permission progressive-delivery.proposal.override on component:default/agents; usually its owners have it',
    });
  });

  it.each([
    ['a reason', { ...override, reason: ' ' }],
    ['what is overridden', { ...override, findings: [] }],
  ])('takes %s', async (_, incomplete) => {
    expect((await by(OWNER, { override: incomplete })).status).toBe(400);
  });
});

describe('a read-only installation', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await start({
      proposals: { enabled: false },
      actions: { enabled: false },
    });
  });
  afterAll(() => backend?.stop());

  const changing = Object.entries(ROUTES).filter(
    ([, { access }]) => access === CHANGING,
  );
  const by = (caller: Caller, route: string, body?: object) =>
    ask(backend, route, 'component:default/agents', caller, body);

  it('answers the owner of each changing route with what is switched off', async () => {
    const answers = await Promise.all(
      changing.map(([route, { body }]) => by('the owner', route, body)),
    );
    expect(answers).toEqual([
      ...Array(4).fill({
        status: 403,
        message:
          'Pull requests are not opened here: progressiveDelivery.proposals.enabled is false in the app-config',
      }),
      {
        status: 403,
        message:
          'Rollouts are not acted on from here: progressiveDelivery.actions.enabled is false in the app-config',
      },
    ]);
  });

  it('tells nobody else more than before', async () => {
    for (const [route, { access, body }] of changing) {
      for (const caller of [
        'no token',
        'a reader',
        'another plugin',
      ] as const) {
        const { message, status } = await by(caller, route, body);
        expect(status).toBe(access[caller]);
        expect(message ?? '').not.toMatch(/is false in the app-config/);
      }
    }
  });

  it('reads as any other', async () => {
    const reading = Object.entries(ROUTES).filter(
      ([, { access }]) => access === READING,
    );
    for (const [route, { through }] of reading) {
      expect((await by('a reader', route)).status).toBe(through);
    }
  });
});
