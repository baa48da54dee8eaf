import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { objectsOf } from '../__testUtils__/scenario';
import {
  COLLECTIONS,
  complete,
  namedSchema,
  Viewer,
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

  describe('one that cannot be read', () => {
    const oddRollout = () => {
      for (const object of objectsOf('paused-at-step')) {
        if (object.kind === 'Rollout') {
          const { metadata, spec } = namedSchema.parse(object);
          scene.server.put(COLLECTIONS.Rollout, {
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
    const shown = (viewer: Viewer) =>
      viewer.messages.flatMap(message =>
        message.type === 'workload' ? [message.status] : [],
      );

    it('is shown as that, with the others, and with its status as soon as it can be', async () => {
      scene.has('deployment-healthy');
      oddRollout();
      scene.resolved.targets = [
        applicationTarget('web', namedRollout, namedDeployment),
      ];
      const viewer = scene.look();
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
      scene.has('paused-at-step', 'Rollout');
      await eventually(() =>
        expect(shown(viewer).at(-1)).toMatchObject({
          kind: 'Rollout',
          phase: 'Paused',
        }),
      );
      expect(shown(viewer).at(-1)).not.toHaveProperty('unreadable');
    });

    it('stays when it becomes so, and is gone only when it is', async () => {
      scene.has('paused-at-step');
      const viewer = scene.look();
      await complete(viewer);
      oddRollout();
      await eventually(() =>
        expect(shown(viewer).at(-1)).toMatchObject(unreadable),
      );
      expect(viewer.types()).not.toContain('gone');
      expect(viewer.last('target')).toMatchObject({ problems: [] });

      scene.server.delete(COLLECTIONS.Rollout, 'web');
      await eventually(() =>
        expect(viewer.last('gone')).toMatchObject({
          kind: 'Rollout',
          namespace: 'shop',
          name: 'web',
        }),
      );
    });

    it('is shown when it appears as one', async () => {
      const viewer = scene.look();
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
      scene.resolved.targets = [elsewhere];
      const viewer = scene.look();
      await complete(viewer);
      expect(shown(viewer)).toEqual([]);
    });
  });

  describe('what could not be read', () => {
    it('is said, with what is still known', async () => {
      scene.has('paused-at-step');
      const viewer = scene.look();
      await complete(viewer);
      scene.server.down = true;
      scene.server.dropWatches();
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

      scene.server.down = false;
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [],
        }),
      );
    });

    it('does not keep the rest from being complete', async () => {
      scene.has('paused-at-step');
      scene.server.refusals.set('list pods', { status: 403, message: 'no' });
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({
        state: 'stale',
        problems: [
          {
            text: expect.stringMatching(
              /not allowed to list pods .* verbs get/,
            ),
          },
        ],
      });
      expect(viewer.last('workload')).toMatchObject({
        status: { phase: 'Paused' },
      });
    });

    it('has no time where nothing is known', async () => {
      scene.server.down = true;
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({ state: 'stale' });
      expect(viewer.last('target')).not.toHaveProperty('observedAt');
    });

    it('may be watched less well', async () => {
      scene.has('paused-at-step');
      scene.server.refusals.set('watch pods', { status: 403 });
      const viewer = scene.look();
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [
            {
              id: 'forbidden',
              text: expect.stringMatching(/not allowed to watch pods/),
            },
            { id: 'polled' },
          ],
        }),
      );
    });

    it('says what was looked for where nothing is there', async () => {
      const viewer = scene.look();
      await complete(viewer);
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          problems: [
            {
              text: 'None of the workloads of Application web is running: looked for Rollout shop/web. Sync it in Argo CD, or check the namespace that it delivers to.',
            },
          ],
        }),
      );
    });

    it('is all that lies elsewhere and does not say that it is the Application’s', async () => {
      scene.has('done');
      const target = applicationTarget('web', namedRollout);
      const { application } = target;
      const { spec } = application;
      scene.resolved.targets = [
        {
          ...target,
          application: {
            ...application,
            spec: { ...spec, destination: { namespace: 'front' } },
          },
        },
      ];
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.types()).not.toContain('workload');
      expect(viewer.last('target')).toMatchObject({
        problems: expect.arrayContaining([
          expect.objectContaining({
            text: expect.stringMatching(/no tracking id/),
          }),
        ]),
      });
      expect(scene.server.openWatches('pods')).toBe(0);
    });

    it('leaves a target without an Application to those who ask', async () => {
      scene.resolved.targets = [
        {
          kind: 'overlay',
          id: 'overlays-web-1a2b3c4d',
          title: 'overlays/web',
          sources: [],
          destination: { cluster: 'main', namespace: 'shop' },
        },
      ];
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.types()).toEqual(['complete']);
      expect(scene.server.openWatches()).toBe(0);
    });

    it('leaves a cluster that each user signs in at to those who ask', async () => {
      scene.has('paused-at-step');
      scene.credentials = { of: 'user', provider: 'google', header: 'x' };
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.types()).toEqual(['complete']);
      expect(scene.server.openWatches()).toBe(0);
    });
  });
});
