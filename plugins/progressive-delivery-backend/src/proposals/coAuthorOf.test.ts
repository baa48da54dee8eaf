import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { coAuthorOf } from './coAuthorOf';

const user = (name: string, profile: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name },
  spec: { profile, memberOf: [] },
});

const catalog = catalogServiceMock({
  entities: [
    user('ada', { displayName: 'Ada <King>', email: 'ada@example.com' }),
    user('bob', { email: 'bob@example.com' }),
    user('eve', { email: 'eve@example.com>\nSigned-off-by: ada' }),
    user('nobody', {}),
  ],
});

const coAuthor = (name: string, asked: typeof catalog = catalog) =>
  coAuthorOf(`user:default/${name}`, {
    auth: mockServices.auth(),
    catalog: asked,
    logger: mockServices.logger.mock(),
  });

describe('coAuthorOf', () => {
  it('is who has an e-mail address in the catalog', async () => {
    expect(await coAuthor('ada')).toEqual({
      name: 'Ada King',
      email: 'ada@example.com',
    });
    expect(await coAuthor('bob')).toEqual({
      name: 'bob',
      email: 'bob@example.com',
    });
  });

  it('is nobody whose address is missing or would forge a trailer', async () => {
    for (const name of ['eve', 'nobody', 'unheard-of']) {
      expect(await coAuthor(name)).toBeUndefined();
    }
  });

  it('is nobody while the catalog cannot be asked, which is logged', async () => {
    const logger = mockServices.logger.mock();
    const failing = catalogServiceMock.mock({
      getEntityByRef: async () => {
        throw new Error('no connection');
      },
    });
    expect(
      await coAuthorOf('user:default/ada', {
        auth: mockServices.auth(),
        catalog: failing,
        logger,
      }),
    ).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('user:default/ada'),
      expect.objectContaining({ message: 'no connection' }),
    );
  });
});
