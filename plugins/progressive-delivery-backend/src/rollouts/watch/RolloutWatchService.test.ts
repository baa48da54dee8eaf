import { mockServices } from '@backstage/backend-test-utils';
import { ownCredentials } from '../../clusters/__testUtils__/ownCredentials';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { noVariants } from '../__testUtils__/noVariants';
import { objectsOf, statusOf } from '../__testUtils__/scenario';
import { RolloutService } from '../live/RolloutService';
import {
  COLLECTIONS,
  complete,
  entityOf,
  namedSchema,
  WatchScene,
} from './__testUtils__/WatchScene';

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('RolloutWatchService', () => {
  let scene: WatchScene;

  beforeEach(async () => {
    scene = await WatchScene.start();
  });
  afterEach(() => scene.stop());

  it('starts with everything that there is, each once, and then says that this is all', async () => {
    scene.has('paused-at-step');
    const viewer = scene.look();
    await complete(viewer);

    const workloads = viewer.messages.filter(({ type }) => type === 'workload');
    expect(workloads).toEqual([
      {
        type: 'workload',
        target: 'main.argocd.web',
        status: statusOf('paused-at-step'),
      },
    ]);
    expect(viewer.messages[0]).toMatchObject({ type: 'target', state: 'live' });
    expect(viewer.last('target')).toMatchObject({
      state: 'live',
      observedAt: expect.any(String),
      problems: [],
    });
    expect(viewer.messages.at(-1)).toEqual({ type: 'complete' });
  });

  it('tells what changes, and only that', async () => {
    scene.has('paused-at-step');
    scene.has('deployment-healthy');
    scene.resolved.targets = [
      applicationTarget('web', namedRollout, namedDeployment),
    ];
    const viewer = scene.look();
    await complete(viewer);
    viewer.messages.length = 0;

    scene.has('done', 'Rollout');
    await eventually(() =>
      expect(viewer.last('workload')).toMatchObject({
        status: { kind: 'Rollout', phase: 'Healthy' },
      }),
    );
    scene.has('done', 'Pod');
    scene.server.put(COLLECTIONS.Pod, {
      metadata: { name: 'of-somebody-else', ownerReferences: [{ uid: 'x' }] },
      spec: {},
    });
    scene.server.delete(COLLECTIONS.Deployment, 'web');
    await eventually(() =>
      expect(viewer.last('gone')).toEqual({
        type: 'gone',
        target: 'main.argocd.web',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      }),
    );
    expect(
      viewer.messages.flatMap(message =>
        message.type === 'workload' ? [message.status.kind] : [],
      ),
    ).not.toContain('Deployment');
  });

  it('tells when a pod of a workload has changed', async () => {
    scene.has('paused-at-step');
    const viewer = scene.look();
    await complete(viewer);
    viewer.messages.length = 0;
    const pod = objectsOf('paused-at-step').find(({ kind }) => kind === 'Pod');
    const { metadata, ...rest } = namedSchema.parse(pod);
    scene.server.put(COLLECTIONS.Pod, {
      ...rest,
      metadata,
      status: { phase: 'Failed', reason: 'Evicted' },
    });

    await eventually(() =>
      expect(JSON.stringify(viewer.last('workload'))).toContain('Evicted'),
    );
  });

  it('takes a Deployment that a Rollout refers to for its template, as long as it does', async () => {
    scene.has('deployment-healthy');
    scene.has('paused-at-step');
    scene.resolved.targets = [
      applicationTarget('web', namedRollout, namedDeployment),
    ];
    const refer = (workloadRef?: object) => {
      for (const object of objectsOf('paused-at-step')) {
        if (object.kind === 'Rollout') {
          const { spec, ...rest } = namedSchema.parse(object);
          scene.server.put(COLLECTIONS.Rollout, {
            ...rest,
            spec: { ...Object(spec), workloadRef },
          });
        }
      }
    };
    refer({ kind: 'Deployment', name: 'web' });
    const viewer = scene.look();
    await complete(viewer);
    const kinds = () =>
      viewer.messages.flatMap(message =>
        message.type === 'workload' ? [message.status.kind] : [],
      );
    expect(new Set(kinds())).toEqual(new Set(['Rollout']));

    refer();
    await eventually(() => expect(kinds()).toContain('Deployment'));
    refer({ kind: 'Deployment', name: 'web' });
    await eventually(() =>
      expect(viewer.last('gone')).toMatchObject({ kind: 'Deployment' }),
    );
  });

  it('tells that the controller is silent once that is so, although nothing changes', async () => {
    const [rollout] = objectsOf('spec-not-observed');
    const { metadata, ...rest } = namedSchema.parse(rollout);
    scene.server.put(COLLECTIONS.Rollout, {
      ...rest,
      metadata: {
        ...metadata,
        // It has to be seen waiting before, on a busy machine as well.
        managedFields: [{ time: new Date(Date.now() - 20_000).toISOString() }],
      },
    });
    const viewer = scene.look();
    await complete(viewer);
    expect(viewer.last('workload')).toMatchObject({
      status: { observation: { state: 'waiting' } },
    });
    await eventually(() =>
      expect(viewer.last('workload')).toMatchObject({
        status: { observation: { state: 'silent' } },
      }),
    );
    expect(
      viewer.messages.filter(({ type }) => type === 'workload'),
    ).toHaveLength(2);
  });

  it('tells the latest to whoever comes later, with one watch of each kind for all', async () => {
    scene.has('paused-at-step');
    const first = scene.look();
    await complete(first);
    scene.has('done');
    await eventually(() =>
      expect(first.last('workload')).toMatchObject({
        status: { phase: 'Healthy' },
      }),
    );

    const others = Array.from({ length: 30 }, () => scene.look());
    for (const { messages } of others) {
      expect(messages.map(({ type }) => type)).toEqual([
        'target',
        'workload',
        'complete',
      ]);
      expect(messages[1]).toMatchObject({ status: { phase: 'Healthy' } });
    }
    const stranger = scene.look(entityOf('stranger'));
    await complete(stranger);
    for (const kind of ['applications', 'rollouts', 'replicasets', 'pods']) {
      expect(scene.server.openWatches(kind)).toBe(1);
      expect(scene.server.count(`list ${kind}`)).toBe(1);
    }
    expect(scene.resolve).toHaveBeenCalledTimes(2);
  });

  it('ends everything a while after the last has left', async () => {
    const viewers = [scene.look(), scene.look()];
    await complete(viewers[1]);
    viewers[0].leave();
    await new Promise(done => setTimeout(done, 60));
    expect(scene.server.openWatches()).toBe(5);
    viewers[1].leave();
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
    expect(viewers.map(({ ended }) => ended())).toEqual([false, false]);
  });

  it('ends at the end, for all who look', async () => {
    const viewer = scene.look();
    await complete(viewer);
    await scene.service.close();
    expect(viewer.ended()).toBe(true);
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
    expect(() => scene.look()).toThrow('Backstage is shutting down');
  });

  it('gives what it knows to who asks for a list', async () => {
    scene.has('paused-at-step');
    const rollouts = RolloutService.create({
      clusters: scene.server.clusters(),
      logger: mockServices.logger.mock(),
      proxy: ownCredentials,
      variants: noVariants,
      watches: scene.watches,
    });
    const [target] = scene.resolved.targets;
    const asked = await rollouts.list(target);
    const count = scene.server.requests.length;
    const viewer = scene.look();
    await complete(viewer);
    scene.server.requests.length = 0;

    const known = await rollouts.list(target);
    expect(scene.server.requests).toEqual([]);
    expect(known.rollouts).toEqual(asked.rollouts);
    expect(count).toBe(7);
  });
});
