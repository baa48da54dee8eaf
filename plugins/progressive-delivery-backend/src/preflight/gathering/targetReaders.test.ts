import { LRUCache } from 'lru-cache';
import { ZodType } from 'zod/v4';
import { DeliveryTarget } from '@progressive-delivery/engine';
import { ListRequest } from '../../clusters/clusterRequest';
import { ClusterService } from '../../clusters/ClusterService';
import { LiveReader } from './LiveReader';
import { RememberedControllers, targetReaders } from './targetReaders';

const target: DeliveryTarget = {
  kind: 'overlay',
  id: 'web',
  title: 'web',
  sources: [],
  destination: { cluster: 'main', namespace: 'web' },
};

/** A cluster whose controller of Argo Rollouts has so many replicas that are available. */
class ControllerCluster implements Pick<ClusterService, 'list' | 'read'> {
  readonly asked: string[] = [];
  availableReplicas = 0;

  async list<Schema extends ZodType>(
    { resource }: ListRequest,
    schema: Schema,
  ) {
    this.asked.push(resource);
    return {
      objects:
        resource === 'deployments' ? [schema.parse(this.controller())] : [],
      unreadable: [],
    };
  }

  async read() {
    return undefined;
  }

  private controller() {
    const { availableReplicas } = this;
    return {
      metadata: { name: 'argo-rollouts', namespace: 'argo-rollouts' },
      spec: { template: { spec: { containers: [{ image: 'controller' }] } } },
      status: { availableReplicas },
    };
  }
}

const readControllers = (
  cluster: ControllerCluster,
  controllers: RememberedControllers | undefined,
) =>
  targetReaders(target, {
    config: { argocd: [] },
    controllers,
    reader: LiveReader.create({ clusters: cluster, caller: {} }),
  }).readers.controllers();

const available = expect.objectContaining({
  value: expect.objectContaining({
    deployments: [expect.objectContaining({ available: true })],
  }),
});

describe('A controller', () => {
  it('is remembered once it is available, and not before', async () => {
    const cluster = new ControllerCluster();
    const controllers: RememberedControllers = new LRUCache({ max: 1 });
    await readControllers(cluster, controllers);
    await readControllers(cluster, controllers);
    expect(cluster.asked).toEqual([
      ...['deployments', 'leases'],
      ...['deployments', 'leases'],
    ]);
    cluster.availableReplicas = 1;
    await expect(readControllers(cluster, controllers)).resolves.toEqual(
      available,
    );
    await expect(readControllers(cluster, controllers)).resolves.toEqual(
      available,
    );
    expect(cluster.asked).toHaveLength(5);
  });

  it('is asked for each time where something is decided', async () => {
    const cluster = new ControllerCluster();
    cluster.availableReplicas = 1;
    await readControllers(cluster, undefined);
    await readControllers(cluster, undefined);
    expect(cluster.asked).toEqual(['deployments', 'deployments']);
  });
});
