import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  RolloutStreamMessage,
  rolloutStreamMessageSchema,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { problemOf } from '../../errors/problemError';
import { ownCredentials } from '../../clusters/__testUtils__/ownCredentials';
import { ApiServer } from '../../clusters/watch/__testUtils__/ApiServer';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import { impatientTiming } from '../../clusters/watch/__testUtils__/impatientTiming';
import { ClusterCredentials } from '../../clusters/clusterCredentials';
import { TargetService } from '../../targets/TargetService';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { noVariants } from '../__testUtils__/noVariants';
import { objectsOf, statusOf } from '../__testUtils__/scenario';
import { RolloutService } from '../live/RolloutService';
import { RolloutWatchService } from './RolloutWatchService';
import { WorkloadWatches, workloadWatches } from '../live/workloadWatches';

const COLLECTIONS: Record<string, string> = {
  Deployment: '/apis/apps/v1/namespaces/shop/deployments',
  Rollout: '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts',
  ReplicaSet: '/apis/apps/v1/namespaces/shop/replicasets',
  Pod: '/api/v1/namespaces/shop/pods',
  AnalysisRun: '/apis/argoproj.io/v1alpha1/namespaces/shop/analysisruns',
  Experiment: '/apis/argoproj.io/v1alpha1/namespaces/shop/experiments',
  Service: '/api/v1/namespaces/shop/services',
  Event: '/api/v1/namespaces/shop/events',
};
const APPLICATIONS =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
});
const namedSchema = z
  .object({ metadata: z.object({ name: z.string() }).passthrough() })
  .passthrough();

type Resolved = Awaited<ReturnType<TargetService['resolveAgain']>>;

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('RolloutWatchService', () => {
  let server: ApiServer;
  let watches: WorkloadWatches;
  let service: RolloutWatchService;
  let resolved: Pick<Resolved, 'targets'> & Partial<Resolved>;
  let resolve: jest.Mock<Promise<Resolved>, []>;
  let credentials: ClusterCredentials;

  beforeEach(async () => {
    server = await ApiServer.start();
    const logger = mockServices.logger.mock();
    watches = workloadWatches({
      clusters: server.clusters(),
      logger,
      timing: impatientTiming,
    });
    credentials = { of: 'own' };
    resolved = { targets: [applicationTarget('web', namedRollout)] };
    resolve = jest.fn(async () => ({
      unread: [],
      ...resolved,
    }));
    service = RolloutWatchService.create({
      targets: { resolveAgain: resolve },
      proxy: { credentialsOf: async () => credentials },
      argocd: [
        {
          name: 'main',
          cluster: 'main',
          namespace: 'argocd',
          applicationNamespaces: ['argocd'],
          repositories: [],
          kustomizeBuildOptions: [],
        },
      ],
      watches,
      logger,
      timing: {
        projectAtMost: 5,
        patience: 10,
        resolveAtMost: 5,
        resolveEvery: 60_000,
      },
    });
  });
  afterEach(async () => {
    await service.close();
    await server.stop();
  });

  const has = (scenario: string, ...kinds: string[]) => {
    for (const object of objectsOf(scenario)) {
      const path = COLLECTIONS[object.kind];
      if (path && (kinds.length === 0 || kinds.includes(object.kind))) {
        server.put(path, namedSchema.parse(object));
      }
    }
  };
  const look = (entity = entityOf('web')) => {
    const messages: RolloutStreamMessage[] = [];
    const viewer = { send: jest.fn(), end: jest.fn() };
    const leave = service.look(entity, {
      send: ({ text }) => {
        const message = JSON.parse(text.replace(/^data: /, ''));
        expect(rolloutStreamMessageSchema.parse(message)).toEqual(message);
        messages.push(message);
        viewer.send();
      },
      end: viewer.end,
    });
    return {
      leave,
      messages,
      ended: () => viewer.end.mock.calls.length > 0,
      types: () => messages.map(({ type }) => type),
      last: (type: RolloutStreamMessage['type']) =>
        messages.filter(each => each.type === type).at(-1),
    };
  };
  const complete = async (viewer: ReturnType<typeof look>) =>
    eventually(() => expect(viewer.types()).toContain('complete'));

  it('starts with everything that there is, each once, and then says that this is all', async () => {
    has('paused-at-step');
    const viewer = look();
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
    has('paused-at-step');
    has('deployment-healthy');
    resolved.targets = [
      applicationTarget('web', namedRollout, namedDeployment),
    ];
    const viewer = look();
    await complete(viewer);
    viewer.messages.length = 0;

    has('done', 'Rollout');
    await eventually(() =>
      expect(viewer.last('workload')).toMatchObject({
        status: { kind: 'Rollout', phase: 'Healthy' },
      }),
    );
    has('done', 'Pod');
    server.put(COLLECTIONS.Pod, {
      metadata: { name: 'of-somebody-else', ownerReferences: [{ uid: 'x' }] },
      spec: {},
    });
    server.delete(COLLECTIONS.Deployment, 'web');
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
    has('paused-at-step');
    const viewer = look();
    await complete(viewer);
    viewer.messages.length = 0;
    const pod = objectsOf('paused-at-step').find(({ kind }) => kind === 'Pod');
    const { metadata, ...rest } = namedSchema.parse(pod);
    server.put(COLLECTIONS.Pod, {
      ...rest,
      metadata,
      status: { phase: 'Failed', reason: 'Evicted' },
    });

    await eventually(() =>
      expect(JSON.stringify(viewer.last('workload'))).toContain('Evicted'),
    );
  });

  describe('one that cannot be read', () => {
    const oddRollout = () => {
      for (const object of objectsOf('paused-at-step')) {
        if (object.kind === 'Rollout') {
          const { metadata, spec } = namedSchema.parse(object);
          server.put(COLLECTIONS.Rollout, {
            metadata,
            spec,
            status: { currentStepIndex: -1 },
          });
        }
      }
    };
    const unreadable = {
      kind: 'Rollout',
      namespace: 'shop',
      name: 'web',
      phase: 'Unknown',
      unreadable: expect.objectContaining({
        id: 'workloadUnreadable',
        text: expect.stringMatching(
          /^Rollout web in namespace shop cannot be read: status\.currentStepIndex: /,
        ),
      }),
    };
    const shown = (viewer: ReturnType<typeof look>) =>
      viewer.messages.flatMap(message =>
        message.type === 'workload' ? [message.status] : [],
      );

    it('is shown as that, with the others, and with its status as soon as it can be', async () => {
      has('deployment-healthy');
      oddRollout();
      resolved.targets = [
        applicationTarget('web', namedRollout, namedDeployment),
      ];
      const viewer = look();
      await complete(viewer);
      expect(shown(viewer)).toHaveLength(2);
      expect(shown(viewer)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'Deployment', phase: 'Healthy' }),
          expect.objectContaining(unreadable),
        ]),
      );
      expect(viewer.last('target')).toMatchObject({
        state: 'live',
        problems: [],
      });
      has('paused-at-step', 'Rollout');
      await eventually(() =>
        expect(shown(viewer).at(-1)).toMatchObject({
          kind: 'Rollout',
          phase: 'Paused',
        }),
      );
      expect(shown(viewer).at(-1)).not.toHaveProperty('unreadable');
    });

    it('stays when it becomes so, and is gone only when it is', async () => {
      has('paused-at-step');
      const viewer = look();
      await complete(viewer);
      oddRollout();
      await eventually(() =>
        expect(shown(viewer).at(-1)).toMatchObject(unreadable),
      );
      expect(viewer.types()).not.toContain('gone');
      expect(viewer.last('target')).toMatchObject({ problems: [] });

      server.delete(COLLECTIONS.Rollout, 'web');
      await eventually(() =>
        expect(viewer.last('gone')).toMatchObject({
          kind: 'Rollout',
          namespace: 'shop',
          name: 'web',
        }),
      );
    });

    it('is shown when it appears as one', async () => {
      const viewer = look();
      await complete(viewer);
      oddRollout();
      await eventually(() =>
        expect(shown(viewer)).toEqual([expect.objectContaining(unreadable)]),
      );
    });

    it('is not shown where only a tracking id, which cannot be read either, would tell whose it is', async () => {
      oddRollout();
      const elsewhere = applicationTarget('web', {
        ...namedRollout,
        status: 'OutOfSync',
      });
      elsewhere.application.spec.destination.namespace = 'other';
      resolved.targets = [elsewhere];
      const viewer = look();
      await complete(viewer);
      expect(shown(viewer)).toEqual([]);
    });
  });

  it('takes a Deployment that a Rollout refers to for its template, as long as it does', async () => {
    has('deployment-healthy');
    has('paused-at-step');
    resolved.targets = [
      applicationTarget('web', namedRollout, namedDeployment),
    ];
    const refer = (workloadRef?: object) => {
      for (const object of objectsOf('paused-at-step')) {
        if (object.kind === 'Rollout') {
          const { spec, ...rest } = namedSchema.parse(object);
          server.put(COLLECTIONS.Rollout, {
            ...rest,
            spec: { ...Object(spec), workloadRef },
          });
        }
      }
    };
    refer({ kind: 'Deployment', name: 'web' });
    const viewer = look();
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

  describe('what else belongs to a Rollout', () => {
    const ROLLOUT = 'a1000000-0000-4000-8000-000000000001';
    const statusIn = (viewer: ReturnType<typeof look>) => {
      const message = viewer.last('workload');
      return message?.type === 'workload' ? message.status : undefined;
    };
    const run = (name: string, owner: string, phase: string) =>
      server.put(COLLECTIONS.AnalysisRun, {
        metadata: { name, ownerReferences: [{ uid: owner }] },
        spec: { metrics: [] },
        status: { phase },
      });
    const warning = (name: string, about: object) =>
      server.put(COLLECTIONS.Event, {
        metadata: { name },
        involvedObject: about,
        type: 'Warning',
        reason: 'Failed',
        message: name,
      });

    it('is told when it changes, however far it is owned', async () => {
      has('traffic-routed');
      const viewer = look();
      await complete(viewer);
      expect(statusIn(viewer)).toMatchObject({
        analysisRuns: [],
        experiments: [],
        events: [],
        unread: [],
      });

      run('of-the-rollout', ROLLOUT, 'Running');
      await eventually(() =>
        expect(statusIn(viewer)?.analysisRuns).toMatchObject([
          { name: 'of-the-rollout', phase: 'Running' },
        ]),
      );
      server.put(COLLECTIONS.Experiment, {
        metadata: { name: 'exp', ownerReferences: [{ uid: ROLLOUT }] },
        spec: { templates: [] },
      });
      run('of-the-experiment', 'uid-of-exp', 'Failed');
      await eventually(() =>
        expect(statusIn(viewer)?.experiments).toMatchObject([
          { name: 'exp', analysisRuns: [{ name: 'of-the-experiment' }] },
        ]),
      );
      server.put(COLLECTIONS.Service, {
        metadata: { name: 'web-canary' },
        spec: { selector: { 'rollouts-pod-template-hash': '7d4b9c6f85' } },
      });
      await eventually(() =>
        expect(statusIn(viewer)?.services).toContainEqual({
          role: 'canary',
          name: 'web-canary',
          selects: 'revision',
          podHash: '7d4b9c6f85',
          revision: 2,
        }),
      );
      warning('of-a-pod', { kind: 'Pod', uid: 'c0000000-ddddd' });
      warning('of-another', { kind: 'Pod', uid: 'another' });
      warning('of-the-experiment-run', {
        kind: 'AnalysisRun',
        uid: 'uid-of-of-the-experiment',
      });
      await eventually(() =>
        expect(statusIn(viewer)?.events?.map(({ message }) => message)).toEqual(
          expect.arrayContaining(['of-a-pod', 'of-the-experiment-run']),
        ),
      );
      expect(statusIn(viewer)?.events).toHaveLength(2);

      server.delete(COLLECTIONS.AnalysisRun, 'of-the-rollout');
      await eventually(() =>
        expect(statusIn(viewer)?.analysisRuns).toEqual([]),
      );
    });

    it('comes to the same when it is asked for', async () => {
      has('traffic-routed');
      run('of-the-rollout', ROLLOUT, 'Running');
      warning('of-a-pod', { kind: 'Pod', uid: 'c0000000-ddddd' });
      server.put(COLLECTIONS.Event, {
        metadata: { name: 'of-the-rollout' },
        involvedObject: { kind: 'Rollout', uid: ROLLOUT },
        type: 'Normal',
      });
      const asked = await RolloutService.create({
        clusters: server.clusters(),
        logger: mockServices.logger.mock(),
        proxy: ownCredentials,
        variants: noVariants,
      }).list(resolved.targets[0]);
      const viewer = look();
      await complete(viewer);
      expect(statusIn(viewer)?.events).toHaveLength(2);
      expect([statusIn(viewer)]).toEqual(asked.rollouts);
    });

    it('is not asked for where there is no Rollout, nor Services where none is named', async () => {
      has('deployment-healthy');
      resolved.targets = [
        applicationTarget('web', namedRollout, namedDeployment),
      ];
      const viewer = look();
      await complete(viewer);
      for (const kind of ['analysisruns', 'experiments', 'services']) {
        expect(server.count(`list ${kind}`)).toBe(0);
      }
      has('paused-at-step');
      await eventually(() =>
        expect(statusIn(viewer)).toMatchObject({ kind: 'Rollout' }),
      );
      expect(server.count('list analysisruns')).toBe(1);
      expect(server.count('list services')).toBe(0);
    });

    it('hides nothing where it may not be read, and makes nothing stale', async () => {
      has('paused-at-step');
      server.refusals.set('list analysisruns', { status: 404 });
      server.refusals.set('list events', { status: 403, message: 'no' });
      const viewer = look();
      await complete(viewer);
      expect(statusIn(viewer)).toMatchObject({
        phase: 'Paused',
        unread: ['analysisRuns', 'events'],
        experiments: [],
      });
      expect(statusIn(viewer)).not.toHaveProperty('analysisRuns');
      expect(statusIn(viewer)).not.toHaveProperty('events');
      expect(viewer.last('target')).toMatchObject({
        state: 'live',
        problems: [
          {
            id: 'kindMissing',
            parameters: {
              cluster: 'main',
              resource: 'analysisruns.argoproj.io',
            },
            text: 'Cluster main does not have analysisruns.argoproj.io: its custom resource definition is not installed',
          },
          {
            text: expect.stringMatching(
              /may not list events in namespace shop/,
            ),
          },
        ],
      });

      server.refusals.clear();
      await eventually(() => {
        expect(statusIn(viewer)).toMatchObject({ unread: [], events: [] });
        expect(viewer.last('target')).toMatchObject({ problems: [] });
      });
    });
  });

  it('tells that the controller is silent once that is so, although nothing changes', async () => {
    const [rollout] = objectsOf('spec-not-observed');
    const { metadata, ...rest } = namedSchema.parse(rollout);
    server.put(COLLECTIONS.Rollout, {
      ...rest,
      metadata: {
        ...metadata,
        // It has to be seen waiting before, on a busy machine as well.
        managedFields: [{ time: new Date(Date.now() - 20_000).toISOString() }],
      },
    });
    const viewer = look();
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
    has('paused-at-step');
    const first = look();
    await complete(first);
    has('done');
    await eventually(() =>
      expect(first.last('workload')).toMatchObject({
        status: { phase: 'Healthy' },
      }),
    );

    const others = Array.from({ length: 30 }, () => look());
    for (const { messages } of others) {
      expect(messages.map(({ type }) => type)).toEqual([
        'target',
        'workload',
        'complete',
      ]);
      expect(messages[1]).toMatchObject({ status: { phase: 'Healthy' } });
    }
    const stranger = look(entityOf('stranger'));
    await complete(stranger);
    for (const kind of ['applications', 'rollouts', 'replicasets', 'pods']) {
      expect(server.openWatches(kind)).toBe(1);
      expect(server.count(`list ${kind}`)).toBe(1);
    }
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  it('ends everything a while after the last has left', async () => {
    const viewers = [look(), look()];
    await complete(viewers[1]);
    viewers[0].leave();
    await new Promise(done => setTimeout(done, 60));
    expect(server.openWatches()).toBe(5);
    viewers[1].leave();
    await eventually(() => expect(server.openWatches()).toBe(0));
    expect(viewers.map(({ ended }) => ended())).toEqual([false, false]);
  });

  it('ends at the end, for all who look', async () => {
    const viewer = look();
    await complete(viewer);
    await service.close();
    expect(viewer.ended()).toBe(true);
    await eventually(() => expect(server.openWatches()).toBe(0));
    expect(() => look()).toThrow('Backstage is shutting down');
  });

  it('gives what it knows to who asks for a list', async () => {
    has('paused-at-step');
    const rollouts = RolloutService.create({
      clusters: server.clusters(),
      logger: mockServices.logger.mock(),
      proxy: ownCredentials,
      variants: noVariants,
      watches,
    });
    const [target] = resolved.targets;
    const asked = await rollouts.list(target);
    const count = server.requests.length;
    const viewer = look();
    await complete(viewer);
    server.requests.length = 0;

    const known = await rollouts.list(target);
    expect(server.requests).toEqual([]);
    expect(known.rollouts).toEqual(asked.rollouts);
    expect(count).toBe(7);
  });

  describe('a switch', () => {
    it('appears by itself, from one kind to the other', async () => {
      has('deployment-healthy');
      resolved.targets = [applicationTarget('web', namedDeployment)];
      server.put(APPLICATIONS, { metadata: { name: 'web' } });
      const viewer = look();
      await complete(viewer);
      await eventually(() =>
        expect(server.openWatches('applications')).toBe(1),
      );
      expect(server.count('list rollouts')).toBe(0);

      resolved.targets = [
        applicationTarget('web', namedDeployment, namedRollout),
      ];
      server.put(APPLICATIONS, { metadata: { name: 'web' } });
      await eventually(() => expect(server.openWatches('rollouts')).toBe(1));
      has('initial-deploy');
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          status: { kind: 'Rollout' },
        }),
      );
      expect(viewer.types()).not.toContain('gone');

      resolved.targets = [applicationTarget('web', namedRollout)];
      server.put(APPLICATIONS, { metadata: { name: 'web' } });
      await eventually(() =>
        expect(viewer.last('gone')).toMatchObject({ kind: 'Deployment' }),
      );
      expect(viewer.ended()).toBe(false);
    });

    it('waits for Argo Rollouts where that is not installed, and says so', async () => {
      has('deployment-healthy');
      server.refusals.set('list rollouts', { status: 404 });
      resolved.targets = [
        applicationTarget('web', namedDeployment, namedRollout),
      ];
      const viewer = look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({
        state: 'stale',
        problems: [
          {
            text: 'Cluster main does not have rollouts.argoproj.io: its custom resource definition is not installed',
          },
        ],
      });
      expect(viewer.last('workload')).toMatchObject({
        status: { kind: 'Deployment', phase: 'Healthy' },
      });

      server.refusals.clear();
      has('initial-deploy');
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [],
        }),
      );
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          status: { kind: 'Rollout' },
        }),
      );
    });
  });

  describe('what could not be read', () => {
    it('is said, with what is still known', async () => {
      has('paused-at-step');
      const viewer = look();
      await complete(viewer);
      server.down = true;
      server.dropWatches();
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'stale',
          observedAt: expect.any(String),
          problems: expect.arrayContaining([
            expect.objectContaining({
              text: expect.stringMatching(/ECONNREFUSED/),
            }),
          ]),
        }),
      );
      expect(viewer.types()).not.toContain('gone');

      server.down = false;
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [],
        }),
      );
    });

    it('does not keep the rest from being complete', async () => {
      has('paused-at-step');
      server.refusals.set('list pods', { status: 403, message: 'no' });
      const viewer = look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({
        state: 'stale',
        problems: [
          { text: expect.stringMatching(/may not list pods .* verbs get/) },
        ],
      });
      expect(viewer.last('workload')).toMatchObject({
        status: { phase: 'Paused' },
      });
    });

    it('has no time where nothing is known', async () => {
      server.down = true;
      const viewer = look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({ state: 'stale' });
      expect(viewer.last('target')).not.toHaveProperty('observedAt');
    });

    it('may be watched less well', async () => {
      has('paused-at-step');
      server.refusals.set('watch pods', { status: 403 });
      const viewer = look();
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [
            {
              id: 'forbidden',
              text: expect.stringMatching(/may not watch pods/),
            },
            { id: 'polled' },
          ],
        }),
      );
    });

    it('says what was looked for where nothing is there', async () => {
      const viewer = look();
      await complete(viewer);
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          problems: [
            {
              text: 'Nothing runs of what Application web names: looked for Rollout shop/web.',
            },
          ],
        }),
      );
    });

    it('is all that lies elsewhere and does not say that it is the Application’s', async () => {
      has('done');
      const target = applicationTarget('web', namedRollout);
      const { application } = target;
      const { spec } = application;
      resolved.targets = [
        {
          ...target,
          application: {
            ...application,
            spec: { ...spec, destination: { namespace: 'front' } },
          },
        },
      ];
      const viewer = look();
      await complete(viewer);
      expect(viewer.types()).not.toContain('workload');
      expect(viewer.last('target')).toMatchObject({
        problems: expect.arrayContaining([
          expect.objectContaining({
            text: expect.stringMatching(/no tracking id/),
          }),
        ]),
      });
      expect(server.openWatches('pods')).toBe(0);
    });

    it('leaves a target without an Application to those who ask', async () => {
      resolved.targets = [
        {
          kind: 'overlay',
          id: 'overlays-web-1a2b3c4d',
          title: 'overlays/web',
          sources: [],
          destination: { cluster: 'main', namespace: 'shop' },
        },
      ];
      const viewer = look();
      await complete(viewer);
      expect(viewer.types()).toEqual(['complete']);
      expect(server.openWatches()).toBe(0);
    });

    it('leaves a cluster that each user signs in at to those who ask', async () => {
      has('paused-at-step');
      credentials = { of: 'user', provider: 'google', header: 'x' };
      const viewer = look();
      await complete(viewer);
      expect(viewer.types()).toEqual(['complete']);
      expect(server.openWatches()).toBe(0);
    });
  });

  describe('the targets', () => {
    const resolveAgain = () =>
      server.put(APPLICATIONS, { metadata: { name: 'web' } });

    it('may become more', async () => {
      has('paused-at-step');
      const viewer = look();
      await complete(viewer);
      resolved.targets = [
        ...resolved.targets,
        applicationTarget('other', namedRollout),
      ];
      resolveAgain();
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          target: 'main.argocd.other',
        }),
      );
    });

    it('end the connection when one may not be used any more', async () => {
      has('paused-at-step');
      const viewer = look();
      await complete(viewer);
      resolved.targets = [];
      resolveAgain();
      await eventually(() => expect(viewer.ended()).toBe(true));

      const again = look();
      await complete(again);
      expect(again.types()).toEqual(['complete']);
    });

    it('stay while Argo CD cannot be asked, which is said', async () => {
      has('paused-at-step');
      const viewer = look();
      await complete(viewer);
      resolved = {
        targets: [],
        unread: [
          {
            reference: 'web',
            reason: 'unreachable',
            message: toMessage('unusable', {
              id: 'noInstallations',
              parameters: {},
            }),
            problems: [problemOf(new Error('Argo CD is too busy'))],
            remedies: [],
            targetIds: ['main.argocd.web'],
          },
        ],
      };
      resolveAgain();
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [
            { id: 'targetUnchecked' },
            { text: 'Argo CD is too busy' },
          ],
        }),
      );
      has('done');
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          status: { phase: 'Healthy' },
        }),
      );
    });

    it('that cannot be told end the connection', async () => {
      resolve.mockRejectedValueOnce(new TypeError('a bug'));
      const viewer = look();
      await eventually(() => expect(viewer.ended()).toBe(true));
    });
  });
});
