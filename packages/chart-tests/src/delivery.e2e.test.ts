import { EndpointSampler } from './delivery/EndpointSampler';
import { eventually } from '@progressive-delivery/sandbox';
import { OwnDelivery, WorkloadKind } from './delivery/OwnDelivery';

jest.setTimeout(120_000);

const components = [
  { key: 'controllers', name: 'agents-controllers', replicas: 3 },
  { key: 'controlPlane', name: 'agents', replicas: 2 },
];

/** Values with an image tag and a switch of each component. */
function valuesOf(state: {
  tag: string;
  controllers: boolean;
  controlPlane: boolean;
}) {
  const component = (enabled: boolean) => ({
    progressiveDelivery: { enabled },
  });
  return {
    image: { tag: state.tag },
    controllers: {
      ...component(state.controllers),
      image: { tag: state.tag },
    },
    controlPlane: component(state.controlPlane),
  };
}

describe('both components on a real cluster, by Argo CD', () => {
  let delivery: OwnDelivery;
  const state = { tag: '1.0.0', controllers: false, controlPlane: false };

  beforeAll(async () => {
    delivery = await OwnDelivery.create({ values: valuesOf(state) });
    await delivery.delivered();
  });

  afterAll(() => delivery?.remove());

  /** Endpoints of all Services during something, which never may be fewer than are wanted. */
  async function withoutOutage(during: () => Promise<void>) {
    const sampler = await EndpointSampler.start(
      delivery.sandbox,
      delivery.name,
    );
    try {
      await during();
    } finally {
      await sampler.stop();
    }
    expect(sampler.samples.length).toBeGreaterThan(5);
    for (const { name, replicas } of components) {
      expect({ name, ...sampler.seen(name) }).toMatchObject({
        name,
        fewest: replicas,
      });
    }
    expect(sampler.seen('agents-grpc').fewest).toBe(2);
  }

  it('begins with Deployments', async () => {
    for (const { name, replicas } of components) {
      expect(await delivery.workload('Deployment', name)).toMatchObject({
        spec: { replicas },
        status: { readyReplicas: replicas },
      });
      expect(await delivery.workload('Rollout', name)).toBeUndefined();
    }
  });

  it.each([
    ['get deploy,svc,pdb,cm', 'service/agents-grpc'],
    ['describe deploy agents', 'control-plane'],
    ['describe deploy agents-controllers', '--leader-elect'],
    ['logs deploy/agents --tail=200', 'Nothing runs in this pod'],
    ['logs deploy/agents-controllers --tail=200', 'Nothing runs in this pod'],
    ['get crd rollouts.argoproj.io', 'rollouts.argoproj.io'],
    ['get rollout', ''],
  ])("answers the seed's kubectl %s", async (command, expected) => {
    const answer = await delivery.kubectl([
      ...command.split(' '),
      ...['--namespace', delivery.name],
    ]);
    expect(answer).toContain(expected);
  });

  it.each(components)(
    'takes $name to a Rollout, which becomes Healthy',
    async ({ key, name }) => {
      await withoutOutage(async () => {
        Object.assign(state, { [key]: true });
        await delivery.delivered(
          await delivery.commit(valuesOf(state), `Canary ${name}`),
        );
        await delivery.rolloutIs(name, 'Healthy');
        await gone('Deployment', name);
      });
    },
  );

  it('stops a new version of both at the pause, with one pod each', async () => {
    await withoutOutage(async () => {
      state.tag = '1.0.1';
      await delivery.commit(valuesOf(state), 'Release 1.0.1');
      for (const { name, replicas } of components) {
        expect(await delivery.rolloutIs(name, 'Paused')).toMatchObject({
          spec: { replicas },
          status: {
            message: 'CanaryPauseStep',
            currentStepIndex: 1,
            updatedReplicas: 1,
            pauseConditions: [{ reason: 'CanaryPauseStep' }],
          },
        });
      }
    });
  });

  it('goes on when it is promoted', async () => {
    await withoutOutage(async () => {
      for (const { name } of components) {
        await delivery.sandbox.promote({
          rollout: name,
          namespace: delivery.name,
        });
      }
      for (const { name, replicas } of components) {
        await promoted(name, replicas);
      }
    });
  });

  it('takes the controllers back to a Deployment', async () => {
    await withoutOutage(async () => {
      state.controllers = false;
      await delivery.delivered(
        await delivery.commit(valuesOf(state), 'No canary of the controllers'),
      );
      await gone('Rollout', 'agents-controllers');
    });
    expect(
      await delivery.workload('Deployment', 'agents-controllers'),
    ).toMatchObject({ status: { readyReplicas: 3 } });
    expect(await delivery.workload('Rollout', 'agents')).toMatchObject({
      status: { phase: 'Healthy' },
    });
  });

  function promoted(name: string, replicas: number) {
    return eventually(
      `The promotion of ${name}`,
      async () => {
        const rollout = await delivery.workload('Rollout', name);
        const { phase, updatedReplicas } = rollout?.status ?? {};
        expect({ phase, updatedReplicas }).toEqual({
          phase: 'Healthy',
          updatedReplicas: replicas,
        });
      },
      { seconds: 60 },
    );
  }

  function gone(kind: WorkloadKind, name: string) {
    return eventually(
      `The removal of the ${kind} ${name}`,
      async () => {
        expect(await delivery.workload(kind, name)).toBeUndefined();
      },
      { seconds: 60 },
    );
  }
});
