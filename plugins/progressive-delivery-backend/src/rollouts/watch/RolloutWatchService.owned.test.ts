import { mockServices } from '@backstage/backend-test-utils';
import { ownCredentials } from '../../clusters/__testUtils__/ownCredentials';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { noVariants } from '../__testUtils__/noVariants';
import { RolloutService } from '../live/RolloutService';
import {
  COLLECTIONS,
  complete,
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

  describe('what else belongs to a Rollout', () => {
    const ROLLOUT = 'a1000000-0000-4000-8000-000000000001';
    const statusIn = (viewer: Viewer) => {
      const message = viewer.last('workload');
      return message?.type === 'workload' ? message.status : undefined;
    };
    const run = (name: string, owner: string, phase: string) =>
      scene.server.put(COLLECTIONS.AnalysisRun, {
        metadata: { name, ownerReferences: [{ uid: owner }] },
        spec: { metrics: [] },
        status: { phase },
      });
    const warning = (name: string, about: object) =>
      scene.server.put(COLLECTIONS.Event, {
        metadata: { name },
        involvedObject: about,
        type: 'Warning',
        reason: 'Failed',
        message: name,
      });

    it('is told when it changes, however far it is owned', async () => {
      scene.has('traffic-routed');
      const viewer = scene.look();
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
      scene.server.put(COLLECTIONS.Experiment, {
        metadata: { name: 'exp', ownerReferences: [{ uid: ROLLOUT }] },
        spec: { templates: [] },
      });
      run('of-the-experiment', 'uid-of-exp', 'Failed');
      await eventually(() =>
        expect(statusIn(viewer)?.experiments).toMatchObject([
          { name: 'exp', analysisRuns: [{ name: 'of-the-experiment' }] },
        ]),
      );
      scene.server.put(COLLECTIONS.Service, {
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

      scene.server.delete(COLLECTIONS.AnalysisRun, 'of-the-rollout');
      await eventually(() =>
        expect(statusIn(viewer)?.analysisRuns).toEqual([]),
      );
    });

    it('comes to the same when it is asked for', async () => {
      scene.has('traffic-routed');
      run('of-the-rollout', ROLLOUT, 'Running');
      warning('of-a-pod', { kind: 'Pod', uid: 'c0000000-ddddd' });
      scene.server.put(COLLECTIONS.Event, {
        metadata: { name: 'of-the-rollout' },
        involvedObject: { kind: 'Rollout', uid: ROLLOUT },
        type: 'Normal',
      });
      const asked = await RolloutService.create({
        clusters: scene.server.clusters(),
        logger: mockServices.logger.mock(),
        proxy: ownCredentials,
        variants: noVariants,
      }).list(scene.resolved.targets[0]);
      const viewer = scene.look();
      await complete(viewer);
      expect(statusIn(viewer)?.events).toHaveLength(2);
      expect([statusIn(viewer)]).toEqual(asked.rollouts);
    });

    it('is not asked for where there is no Rollout, nor Services where none is named', async () => {
      scene.has('deployment-healthy');
      scene.resolved.targets = [
        applicationTarget('web', namedRollout, namedDeployment),
      ];
      const viewer = scene.look();
      await complete(viewer);
      for (const kind of ['analysisruns', 'experiments', 'services']) {
        expect(scene.server.count(`list ${kind}`)).toBe(0);
      }
      scene.has('paused-at-step');
      await eventually(() =>
        expect(statusIn(viewer)).toMatchObject({ kind: 'Rollout' }),
      );
      expect(scene.server.count('list analysisruns')).toBe(1);
      expect(scene.server.count('list services')).toBe(0);
    });

    it('hides nothing where it may not be read, and makes nothing stale', async () => {
      scene.has('paused-at-step');
      scene.server.refusals.set('list analysisruns', { status: 404 });
      scene.server.refusals.set('list events', { status: 403, message: 'no' });
      const viewer = scene.look();
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
            text: 'Cluster main does not have analysisruns.argoproj.io: its custom resource definition is not installed. Deployments do not need it; Rollouts need Argo Rollouts to be installed there',
          },
          {
            text: expect.stringMatching(
              /not allowed to list events in namespace shop/,
            ),
          },
        ],
      });

      scene.server.refusals.clear();
      await eventually(() => {
        expect(statusIn(viewer)).toMatchObject({ unread: [], events: [] });
        expect(viewer.last('target')).toMatchObject({ problems: [] });
      });
    });
  });
});
