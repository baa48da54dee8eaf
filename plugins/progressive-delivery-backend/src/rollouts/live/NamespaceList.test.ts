import { z } from 'zod/v4';
import { ClusterCredentials } from '../../clusters/clusterCredentials';
import { ClusterCaller } from '../../clusters/ClusterService';
import { UserTokens } from '../../clusters/UserTokens';
import { NamespaceList } from './NamespaceList';

const HEADER = 'backstage-kubernetes-authorization-google';
const place = { cluster: 'main', namespace: 'shop' };

describe('NamespaceList', () => {
  const callers: ClusterCaller[] = [];
  beforeEach(() => {
    callers.length = 0;
  });

  const listWith = (credentials: ClusterCredentials) =>
    NamespaceList.create({
      clusters: {
        list: async (_, __, caller = {}) => {
          callers.push(caller);
          await new Promise(resolve => setImmediate(resolve));
          return { objects: [], unreadable: [] };
        },
      },
      proxy: { credentialsOf: async () => credentials },
      resource: 'pods',
      schema: z.unknown().optional(),
    });
  const as = (token: string) => ({
    userTokens: UserTokens.of({ headers: { [HEADER]: token } }),
  });

  it('asks once for all users where Backstage asks', async () => {
    const list = listWith({ of: 'own' });
    await Promise.all([
      list.list(place, as('one')),
      list.list(place, as('two')),
    ]);
    expect(callers).toHaveLength(1);
  });

  it('asks for each user where the user asks, and never answers one with what another may see', async () => {
    const list = listWith({ of: 'user', provider: 'google', header: HEADER });
    await Promise.all([
      list.list(place, as('one')),
      list.list(place, as('two')),
      list.list(place, as('one')),
    ]);
    expect(callers.map(({ userTokens }) => userTokens?.get(HEADER))).toEqual([
      'one',
      'two',
    ]);
  });
});
