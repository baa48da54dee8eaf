import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { complete, WatchScene } from './__testUtils__/WatchScene';

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('RolloutWatchService', () => {
  let scene: WatchScene;

  beforeEach(async () => {
    scene = await WatchScene.start();
  });
  afterEach(() => scene.stop());

  describe('a switch', () => {
    it('appears by itself, from one kind to the other', async () => {
      scene.has('deployment-healthy');
      scene.resolved.targets = [applicationTarget('web', namedDeployment)];
      scene.changeApplication();
      const viewer = scene.look();
      await complete(viewer);
      await eventually(() =>
        expect(scene.server.openWatches('applications')).toBe(1),
      );
      expect(scene.server.count('list rollouts')).toBe(0);

      scene.resolved.targets = [
        applicationTarget('web', namedDeployment, namedRollout),
      ];
      scene.changeApplication();
      await eventually(() =>
        expect(scene.server.openWatches('rollouts')).toBe(1),
      );
      scene.has('initial-deploy');
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          status: { kind: 'Rollout' },
        }),
      );
      expect(viewer.types()).not.toContain('gone');

      scene.resolved.targets = [applicationTarget('web', namedRollout)];
      scene.changeApplication();
      await eventually(() =>
        expect(viewer.last('gone')).toMatchObject({ kind: 'Deployment' }),
      );
      expect(viewer.ended()).toBe(false);
    });

    it('waits for Argo Rollouts where that is not installed, and says so', async () => {
      scene.has('deployment-healthy');
      scene.server.refusals.set('list rollouts', { status: 404 });
      scene.resolved.targets = [
        applicationTarget('web', namedDeployment, namedRollout),
      ];
      const viewer = scene.look();
      await complete(viewer);
      expect(viewer.last('target')).toMatchObject({
        state: 'stale',
        problems: [
          {
            text: 'Cluster main does not have rollouts.argoproj.io: its custom resource definition is not installed. Deployments do not need it; Rollouts need Argo Rollouts to be installed there',
          },
        ],
      });
      expect(viewer.last('workload')).toMatchObject({
        status: { kind: 'Deployment', phase: 'Healthy' },
      });

      scene.server.refusals.clear();
      scene.has('initial-deploy');
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

  describe('the targets', () => {
    it('may become more', async () => {
      scene.has('paused-at-step');
      const viewer = scene.look();
      await complete(viewer);
      scene.resolved.targets = [
        ...scene.resolved.targets,
        applicationTarget('other', namedRollout),
      ];
      scene.changeApplication();
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          target: 'main.argocd.other',
        }),
      );
    });

    it('end the connection when one may not be used any more', async () => {
      scene.has('paused-at-step');
      const viewer = scene.look();
      await complete(viewer);
      scene.resolved.targets = [];
      scene.changeApplication();
      await eventually(() => expect(viewer.ended()).toBe(true));

      const again = scene.look();
      await complete(again);
      expect(again.types()).toEqual(['complete']);
    });

    it('stay while Argo CD cannot be asked, which is said', async () => {
      scene.has('paused-at-step');
      const viewer = scene.look();
      await complete(viewer);
      scene.resolved = {
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
      scene.changeApplication();
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          state: 'live',
          problems: [
            { id: 'targetUnchecked' },
            { text: 'Argo CD is too busy' },
          ],
        }),
      );
      scene.has('done');
      await eventually(() =>
        expect(viewer.last('workload')).toMatchObject({
          status: { phase: 'Healthy' },
        }),
      );
    });

    it('are told of news about the pull requests in their own repository', async () => {
      scene.has('paused-at-step');
      const gitops = 'https://git.example.com/platform/gitops';
      const source = { revision: 'main', path: 'web' };
      scene.resolved.targets = [
        {
          ...applicationTarget('web', namedRollout),
          sources: [{ ...source, repository: gitops }],
        },
        {
          ...applicationTarget('other', namedRollout),
          sources: [{ ...source, repository: `${gitops}-of-others` }],
        },
      ];
      const viewer = scene.look();
      await complete(viewer);

      scene.service.pullRequestsChanged({ url: `${gitops}.git` });
      await eventually(() =>
        expect(viewer.last('target')).toMatchObject({
          target: 'main.argocd.web',
          pullRequestsChangedAt: expect.any(String),
        }),
      );
      expect(
        viewer.messages.filter(message => 'pullRequestsChangedAt' in message),
      ).toHaveLength(1);
    });

    it('that cannot be told end the connection', async () => {
      scene.resolve.mockRejectedValueOnce(new TypeError('a bug'));
      const viewer = scene.look();
      await eventually(() => expect(viewer.ended()).toBe(true));
    });
  });
});
