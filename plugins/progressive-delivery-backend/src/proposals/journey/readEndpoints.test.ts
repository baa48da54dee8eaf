import { NotAllowedError } from '@backstage/errors';
import { ClusterService } from '../../clusters/ClusterService';
import { LiveStatus } from './JourneySurroundings';
import { readEndpoints } from './readEndpoints';

const workload = (name: string, namespace: string): LiveStatus => ({
  kind: 'Rollout',
  namespace,
  name,
  phase: 'Healthy',
  aborted: false,
  steps: [],
  replicas: { desired: 1, current: 1, updated: 1, ready: 1, available: 1 },
  revisions: [
    {
      name: `${name}-1`,
      revision: 1,
      role: 'stable',
      images: [],
      desired: 1,
      ready: 1,
      available: 1,
      pods: [
        { name: `${name}-1-a`, status: 'Running', ready: true, restarts: 0 },
      ],
    },
  ],
});

const slice = (service: string, pods: Record<string, boolean | null>) => ({
  metadata: {
    name: `${service}-x`,
    labels: { 'kubernetes.io/service-name': service },
  },
  endpoints: Object.entries(pods).map(([name, ready]) => ({
    addresses: ['10.0.0.1'],
    conditions: ready === null ? {} : { ready },
    targetRef: { kind: 'Pod', name, namespace: 'shop' },
  })),
});

const slices: Record<string, unknown[]> = {
  shop: [
    slice('web', { 'web-1-a': true, 'web-0-z': true }),
    slice('web', { 'web-1-a': null }),
    slice('web-admin', { 'web-1-a': false }),
    slice('other', { 'other-1-a': true }),
    { metadata: { name: 'by-hand' }, endpoints: null },
  ],
  // A pod of the same name is another one.
  elsewhere: [slice('web', { 'web-1-a': true })],
};

const clusters: Pick<ClusterService, 'list'> = {
  list: async ({ namespace = '' }, schema) => {
    if (!(namespace in slices)) {
      throw new NotAllowedError(
        `Backstage is not allowed to list in ${namespace}`,
      );
    }
    return {
      objects: slices[namespace].map(each => schema.parse(each)),
      unreadable: [],
    };
  },
};

describe('readEndpoints', () => {
  it('counts the ready endpoints of the Services that have pods of a workload', async () => {
    expect(
      await readEndpoints([workload('web', 'shop')], {
        clusters,
        cluster: 'main',
        caller: {},
      }),
    ).toEqual({
      state: 'known',
      services: [
        { service: 'web', workload: 'web', ready: 2 },
        { service: 'web-admin', workload: 'web', ready: 0 },
      ],
    });
  });

  it('does not know what it may not read, or where', async () => {
    const workloads = [workload('web', 'shop'), workload('web', 'secret')];
    expect(
      await readEndpoints(workloads, { clusters, cluster: 'main', caller: {} }),
    ).toEqual({
      state: 'unknown',
      problem: expect.objectContaining({
        text: 'Backstage is not allowed to list in secret',
      }),
    });
    expect(
      await readEndpoints(workloads, {
        clusters,
        cluster: undefined,
        caller: {},
      }),
    ).toEqual({ state: 'unknown' });
  });
});
