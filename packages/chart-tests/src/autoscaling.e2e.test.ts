import assert from 'node:assert';
import { EndpointSampler } from './delivery/EndpointSampler';
import { eventually, MetricsApi } from '@progressive-delivery/sandbox';
import { OwnDelivery } from './delivery/OwnDelivery';

jest.setTimeout(150_000);

const controllers = 'agents-controllers';
/** The autoscaler aims at 80% of the 100m that each pod requests: 400m keep five pods busy. */
const load = { milliCpu: 400, pods: 5 };

function valuesOf(options: {
  replicas: number;
  enabled: boolean;
  tag?: string;
}) {
  return {
    controllers: {
      replicas: options.replicas,
      progressiveDelivery: { enabled: options.enabled },
      image: { tag: options.tag ?? '1.0.0' },
      autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 9 },
    },
  };
}

describe('an autoscaler that has scaled what runs, by Argo CD', () => {
  let delivery: OwnDelivery;
  let metrics: MetricsApi;

  beforeAll(async () => {
    delivery = await OwnDelivery.create({
      values: valuesOf({ replicas: 3, enabled: false }),
    });
    metrics = await MetricsApi.start({
      sandbox: delivery.sandbox,
      namespace: delivery.name,
      milliCpu: load.milliCpu,
    });
    await eventually(
      'The autoscaler scaling to five',
      async () => {
        const workload = await delivery.workload('Deployment', controllers);
        assert.equal(workload?.status.readyReplicas, load.pods);
      },
      { seconds: 60 },
    );
    await delivery.delivered();
  });

  afterAll(async () => {
    await metrics?.stop();
    await delivery?.remove();
  });

  it('is not fought over: neither a sync nor self-healing sets its number to that of Git', async () => {
    const seen = await endpointsDuring(async () => {
      await delivery.delivered(
        await delivery.commit(
          valuesOf({ replicas: 4, enabled: false, tag: '1.0.1' }),
          'A release, with a number of replicas that is not what runs',
        ),
      );
      await delivery.compared();
      await delivery.autoscalerFollows('Deployment', controllers);
    });
    expect(seen.fewest).toBe(load.pods);
    expect(await delivery.workload('Deployment', controllers)).toMatchObject({
      spec: { replicas: load.pods },
    });
    expect((await delivery.application()).sync?.status).toBe('Synced');
  });

  it.each([
    { enabled: true, kind: 'Rollout' as const },
    { enabled: false, kind: 'Deployment' as const },
  ])(
    'does not dip at the switch to a $kind where Git has the number that runs',
    async ({ enabled, kind }) => {
      const seen = await endpointsDuring(async () => {
        await delivery.delivered(
          await delivery.commit(
            valuesOf({ replicas: load.pods, enabled, tag: '1.0.1' }),
            `To a ${kind}`,
          ),
        );
        expect(
          await delivery.autoscalerFollows(kind, controllers),
        ).toMatchObject({ currentReplicas: load.pods });
      });
      expect(seen.fewest).toBe(load.pods);
      // Both kinds served for a while, though not every sample has to have met all pods of both.
      expect(seen.most).toBeGreaterThan(load.pods);
      expect(await delivery.workload(kind, controllers)).toMatchObject({
        spec: { replicas: load.pods },
        status: { readyReplicas: load.pods },
      });
    },
  );

  async function endpointsDuring(during: () => Promise<void>) {
    const sampler = await EndpointSampler.start(
      delivery.sandbox,
      delivery.name,
    );
    try {
      await during();
    } finally {
      await sampler.stop();
    }
    return sampler.seen(controllers);
  }
});
