import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  deliveryReadPermission,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import Router from 'express-promise-router';
import request from 'supertest';
import { EntityAccess } from './EntityAccess';

const E = '/api/test/entities/Component/default/Web';

describe('EntityAccess', () => {
  const catalog = catalogServiceMock.mock();
  const permissions = mockServices.permissions.mock();
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalog.factory,
        permissions.factory,
        createBackendPlugin({
          pluginId: 'test',
          register(env) {
            env.registerInit({
              deps: {
                catalog: catalogServiceRef,
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
                permissions: coreServices.permissions,
              },
              async init({ httpRouter, ...options }) {
                const access = EntityAccess.create({
                  ...options,
                  config: {
                    actions: { enabled: true },
                    proposals: { enabled: true },
                  },
                });
                const router = Router();
                const path = '/entities/:kind/:namespace/:name';
                router.get(path, async (req, res) => {
                  res.json(await access.read(req, deliveryReadPermission));
                });
                router.get('/readable', async (req, res) => {
                  const refs = Array.from(
                    { length: Number(req.query.count ?? 3) },
                    (_, index) =>
                      `component:default/${'abc'[index] ?? `c${index}`}`,
                  );
                  const readable = await access.readable(
                    req,
                    deliveryReadPermission,
                    refs,
                  );
                  res.json(Array.from(readable));
                });
                router.post(path, async (req, res) => {
                  res.json(await access.change(req, rolloutUpdatePermission));
                });
                httpRouter.use(router);
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(() => backend.stop());

  beforeEach(() => {
    jest.resetAllMocks();
    catalog.getEntityByRef.mockResolvedValue({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'web', namespace: 'default' },
    });
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
  });

  const get = () => request(backend.server).get(E);
  const post = () => request(backend.server).post(E);

  /** What a client of another service throws where that answers so. */
  const answer = (status: number) =>
    ResponseError.fromResponse(
      new Response(JSON.stringify({ error: 'theirs' }), { status }),
    );

  it('gives the entity to a user and to a service, with the permission on it', async () => {
    const { body } = await get().expect(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/web',
      entity: { metadata: { name: 'web' } },
    });
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(
      'component:default/web',
      expect.anything(),
    );
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        {
          permission: deliveryReadPermission,
          resourceRef: 'component:default/web',
        },
      ],
      expect.anything(),
    );
    await get()
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
  });

  it('lets only users change', async () => {
    const { body } = await post().expect(200);
    expect(body.userEntityRef).toBe('user:default/mock');
    await post()
      .set('Authorization', mockCredentials.service.header())
      .expect(403);
  });

  it('asks nothing for somebody who is not signed in', async () => {
    await get().set('Authorization', mockCredentials.none.header()).expect(401);
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();
  });

  it('refuses what is not there or not theirs', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    expect((await get()).status).toBe(403);
    catalog.getEntityByRef.mockResolvedValue(undefined);
    expect((await get()).status).toBe(404);
  });

  it.each([401, 403, 404, 500])(
    'answers 503 where the catalog answers %s, or the permission service',
    async status => {
      permissions.authorize.mockRejectedValueOnce(await answer(status));
      const ofPermissions = await get().expect(503);
      expect(ofPermissions.body.error.message).toMatch(
        /^The permission service could not be asked/,
      );
      catalog.getEntityByRef.mockRejectedValueOnce(await answer(status));
      const { body } = await get().expect(503);
      expect(body.error.message).toMatch(/^The catalog could not be asked/);
    },
  );

  it('asks about 200 entities at once and no more', async () => {
    catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(ref => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: ref.split('/')[1], namespace: 'default' },
      })),
    }));
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    const { body } = await request(backend.server)
      .get('/api/test/readable?count=450')
      .expect(200);
    expect(body).toHaveLength(450);
    expect(
      permissions.authorize.mock.calls.map(([requests]) => requests.length),
    ).toEqual([200, 200, 50]);
  });

  it('tells which of several entities are theirs to see', async () => {
    const named = (name: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
    });
    catalog.getEntitiesByRefs.mockResolvedValue({
      items: [named('a'), undefined, named('c')],
    });
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.DENY },
      { result: AuthorizeResult.ALLOW },
    ]);
    const { body } = await request(backend.server)
      .get('/api/test/readable')
      .expect(200);
    expect(body).toEqual(['component:default/c']);
  });
});
