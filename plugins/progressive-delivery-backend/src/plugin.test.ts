import { mockCredentials } from '@backstage/backend-test-utils';
import {
  comparisonReadPermission,
  comparisonValuesReadPermission,
  deliveryReadPermission,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import request from 'supertest';
import { describedRoutes } from './router/openapi/describedRoutes';
import { PluginScene, SEEN, WISH } from './__testUtils__/PluginScene';

const COMPARISON = '/agents/targets/main.argocd.agents/comparison';
const CHANGE = 'switch=a&enabled=true';
/** Everything that shows what a switch changes. */
const COMPARED = [
  `${COMPARISON}?${CHANGE}`,
  `${COMPARISON}/documents?${CHANGE}&digest=d&profile=p&cursor=100`,
  `${COMPARISON}/documents/3?${CHANGE}&digest=d&profile=p`,
];

function bodyFor(path: string): object {
  if (path.includes('/rollouts/')) {
    return SEEN;
  }
  return path.endsWith('/proposals') ? WISH : { switch: WISH.switch };
}

describe('the plugin', () => {
  let scene: PluginScene;

  beforeAll(async () => {
    scene = await PluginScene.start();
  });
  afterAll(() => scene?.stop());
  beforeEach(() => scene.clear());

  it('answers nobody who is not signed in', async () => {
    for (const path of [
      '/agents/targets',
      ...COMPARED,
      '/agents/targets/main.argocd.agents/proposals',
      '/agents/targets/main.argocd.agents/rollouts',
      '/agents/targets/main.argocd.agents/rollouts/agents/agents/manifest',
      '/agents/rollouts/stream',
    ]) {
      const { status } = await scene
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    }
    for (const change of [scene.propose('agents'), scene.act('all-agents')]) {
      const { status } = await change.set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(status).toBe(401);
    }
  });

  it.each<[string, { name: string }]>([
    ['/agents/targets', deliveryReadPermission],
    ...COMPARED.map((path): [string, { name: string }] => [
      path,
      comparisonReadPermission,
    ]),
    ['/agents/targets/main.argocd.agents/proposals', deliveryReadPermission],
    ['/agents/targets/main.argocd.agents/rollouts', deliveryReadPermission],
    [
      '/agents/targets/main.argocd.agents/rollouts/agents/agents/manifest',
      deliveryReadPermission,
    ],
    ['/agents/rollouts/stream', deliveryReadPermission],
  ])('asks for the permission on the entity: %s', async (path, permission) => {
    scene.denied.add(permission.name);
    const { body } = await scene.get(path).expect(403);
    expect(body.error.message).toBe(
      `You need the permission ${permission.name} on component:default/agents; usually its owners have it`,
    );
  });

  it.each(COMPARED)(
    'shows values to users with a permission of their own alone, and audits each time: %s',
    async path => {
      const asked = () =>
        scene.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);
      scene.denied.add(comparisonValuesReadPermission.name);
      await scene.get(path);
      scene.denied.clear();
      await scene
        .get(path)
        .set('Authorization', mockCredentials.service.header());
      expect(asked()).toEqual([]);

      await scene.get(path);
      expect(scene.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'comparison-values-read',
          meta: {
            entityRef: 'component:default/agents',
            target: 'main.argocd.agents',
            switch: 'a',
            enabled: true,
            ...(path !== COMPARED[0] && { digest: 'd', profile: 'p' }),
            ...(path.includes('cursor') && { cursor: '100' }),
          },
        }),
      );
      // There is no such Git host.
      expect(scene.event.fail).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    ['digest', `${CHANGE}&profile=p`],
    ['profile', `${CHANGE}&digest=d`],
    ['cursor', `${CHANGE}&digest=d&profile=p&cursor=-1`],
    ['enabled', 'switch=a&digest=d&profile=p'],
  ])('says which part of a page is wrong: %s', async (part, query) => {
    const { body } = await scene
      .get(`${COMPARISON}/documents?${query}`)
      .expect(400);
    expect(body.error.message).toMatch(new RegExp(`^${part}: `));
  });

  it('lets services read, and only users propose or act', async () => {
    const asService = mockCredentials.service.header();
    const answers = await Promise.all(
      [
        scene.get('/agents/targets'),
        scene.propose('agents'),
        scene.act('all-agents'),
      ].map(asked => asked.set('Authorization', asService)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
  });

  it('tells where an entity is delivered to, and what of it could not be read', async () => {
    const { body } = await scene.get('/agents/targets').expect(200);
    expect(body).toEqual({
      unusable: [],
      // The scene has no Git host.
      setup: expect.arrayContaining([
        expect.objectContaining({
          message: expect.objectContaining({ id: 'gitHostsMissing' }),
        }),
      ]),
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
    const { body, text } = await scene.get('/stranger/targets').expect(200);
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
    await scene
      .get('/stranger/targets/main.argocd.agents/rollouts')
      .expect(403);
  });

  it.each(describedRoutes.filter(({ mediaType }) => mediaType === undefined))(
    'answers as its OpenAPI document says: $operationId',
    async ({ answers, method, path }) => {
      const values = {
        kind: 'component',
        namespace: 'default',
        name: 'all-agents',
        target: 'main.argocd.agents',
        number: '3',
        rolloutNamespace: 'agents',
        rollout: 'agents',
        action: 'abort',
      };
      const url = Object.entries(values).reduce(
        (filled, [name, value]) =>
          filled.replace(new RegExp(`:${name}\\b`), value),
        path,
      );
      const body = bodyFor(path);
      const response = await request(scene.backend.server)
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
    const lost = await scene.get('/lost/targets').expect(200);
    expect(lost.body.unusable).toEqual([
      expect.objectContaining({ reason: 'not-found' }),
    ]);
    await scene.get('/nobody/targets').expect(404);
    await scene.get('/agents/targets/nothing/rollouts').expect(404);
  });

  it('refuses requests that are none, with what and where', async () => {
    const comparison = await scene
      .get(
        '/agents/targets/main.argocd.agents/comparison?switch=a&enabled=maybe',
      )
      .expect(400);
    expect(comparison.body.error.message).toBe(
      'enabled: say which way: enabled=true or enabled=false',
    );
    const proposal = await scene
      .propose('agents', { ...WISH, force: true })
      .expect(400);
    expect(proposal.body.error.message).toMatch(/force/);
  });

  it('streams the stages of a comparison where that is asked for, and at last the error that there would be without', async () => {
    const { body } = await scene.get(COMPARED[0]);
    const { headers, text } = await scene
      .get(COMPARED[0])
      .set('Accept', 'text/event-stream, application/json;q=0.9')
      .expect(200);
    expect(headers['content-type']).toBe('text/event-stream');
    expect(
      text
        .trim()
        .split('\n\n')
        .map((each: string) => JSON.parse(each.slice('data: '.length))),
    ).toEqual([
      { type: 'stage', stage: 'reading' },
      { type: 'failed', error: body.error, response: body.response },
    ]);
    expect(body.response.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('audits who wanted to propose what, and refuses a switch that is not the entity’s', async () => {
    await scene.propose('agents').expect(403);
    expect(scene.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'proposal-create' }),
    );
    expect(scene.event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          'does not belong to component:default/agents; its own: controlPlane.progressiveDelivery.enabled',
        ),
      }),
    });

    scene.denied.add(proposalCreatePermission.name);
    scene.event.fail.mockClear();
    await scene.propose('agents').expect(403);
    expect(scene.event.fail).toHaveBeenCalledTimes(1);
    expect(scene.event.success).not.toHaveBeenCalled();
  });
});
