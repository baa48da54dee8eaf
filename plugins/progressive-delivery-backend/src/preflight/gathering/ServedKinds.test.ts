import { setImmediate } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod/v4';
import { ClusterRequest, ListRequest } from '../../clusters/clusterRequest';
import { ClusterService } from '../../clusters/ClusterService';
import { UserTokens } from '../../clusters/UserTokens';
import { ServedKinds } from './ServedKinds';

const schema = z.object({ name: z.string() });
const tokens = UserTokens.of({
  headers: { 'backstage-kubernetes-authorization-oidc': 'token' },
});
const definition = (
  cluster: string,
): ClusterRequest<'get'> & { name: string } => ({
  cluster,
  resource: 'customresourcedefinitions',
  name: 'rollouts.argoproj.io',
});

const scaledObjects = (cluster: string): ListRequest => ({
  cluster,
  resource: 'scaledobjects',
  namespace: 'web',
});

/** A cluster, and what it was asked for. */
class AskedCluster implements Pick<ClusterService, 'list' | 'read'> {
  readonly asked: string[] = [];

  constructor(private found: unknown) {}

  has(found: unknown) {
    this.found = found;
  }

  async list(request: { cluster: string; resource: string }) {
    this.asked.push(`${request.cluster} ${request.resource}`);
    if (request.resource === 'scaledobjects') {
      throw new NotFoundError('no such kind');
    }
    return { objects: [], unreadable: [] };
  }

  async read<Schema extends z.ZodType>(
    request: { cluster: string; resource: string },
    as: Schema,
  ): Promise<z.output<Schema> | undefined> {
    this.asked.push(`${request.cluster} ${request.resource}`);
    return this.found === undefined ? undefined : as.parse(this.found);
  }
}

describe('What clusters serve', () => {
  it('is not asked again where a kind is missing', async () => {
    const cluster = new AskedCluster(undefined);
    const kinds = ServedKinds.create({ clusters: cluster });
    await expect(kinds.list(scaledObjects('main'), schema)).rejects.toThrow(
      'no such kind',
    );
    await expect(kinds.list(scaledObjects('main'), schema)).rejects.toThrow(
      'no such kind',
    );
    await expect(kinds.list(scaledObjects('other'), schema)).rejects.toThrow(
      'no such kind',
    );
    expect(cluster.asked).toEqual([
      'main scaledobjects',
      'other scaledobjects',
    ]);
  });

  it('is asked again after a while', async () => {
    const cluster = new AskedCluster({ name: 'rollouts' });
    const kinds = ServedKinds.create({ clusters: cluster, milliseconds: 1 });
    while (cluster.asked.length < 4) {
      await kinds.read(definition('main'), schema);
      await expect(kinds.list(scaledObjects('main'), schema)).rejects.toThrow();
      await setImmediate();
    }
    expect(new Set(cluster.asked).size).toBe(2);
  });

  it('is asked for each time where a kind is there', async () => {
    const cluster = new AskedCluster(undefined);
    const kinds = ServedKinds.create({ clusters: cluster });
    for (let time = 0; time < 2; time++) {
      await kinds.list({ cluster: 'main', resource: 'deployments' }, schema);
    }
    expect(cluster.asked).toHaveLength(2);
  });

  it('is read once where it is defined, and again and again where it is not', async () => {
    const cluster = new AskedCluster(undefined);
    const kinds = ServedKinds.create({ clusters: cluster });
    expect(await kinds.read(definition('main'), schema)).toBeUndefined();
    cluster.has({ name: 'rollouts' });
    expect(await kinds.read(definition('main'), schema)).toEqual({
      name: 'rollouts',
    });
    expect(await kinds.read(definition('main'), schema)).toEqual({
      name: 'rollouts',
    });
    expect(cluster.asked).toHaveLength(2);
    await kinds.read(definition('other'), schema);
    expect(cluster.asked).toHaveLength(3);
  });

  it('is never remembered for others where a user asks with a token', async () => {
    const cluster = new AskedCluster({ name: 'rollouts' });
    const kinds = ServedKinds.create({ clusters: cluster });
    await kinds.read(definition('main'), schema, { userTokens: tokens });
    await kinds.read(definition('main'), schema);
    await kinds.read(definition('main'), schema, { userTokens: tokens });
    expect(cluster.asked).toHaveLength(3);
    const request = scaledObjects('main');
    await expect(
      kinds.list(request, schema, { userTokens: tokens }),
    ).rejects.toThrow();
    await expect(kinds.list(request, schema)).rejects.toThrow();
    await expect(
      kinds.list(request, schema, { userTokens: tokens }),
    ).rejects.toThrow();
    expect(cluster.asked).toHaveLength(6);
  });
});
