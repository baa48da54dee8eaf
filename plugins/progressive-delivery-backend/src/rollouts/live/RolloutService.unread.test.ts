import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { rolloutsResponseSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FakeClusters } from '../__testUtils__/FakeClusters';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { rolloutService, told, texts } from './__testUtils__/rolloutService';

describe('RolloutService', () => {
  describe('what is there and cannot be read', () => {
    const odd = (kind: string, fields: object) => (clusters: FakeClusters) => {
      clusters.objects = clusters.objects.map(object =>
        object.kind === kind ? { ...object, ...fields } : object,
      );
      return clusters;
    };

    it('is shown as that, and hides no other', async () => {
      const clusters = odd('Rollout', { status: { currentStepIndex: -1 } })(
        new FakeClusters('initial-deploy', 'deployment-healthy'),
      );
      const answer = await rolloutService(clusters).list(
        applicationTarget('web', namedDeployment, namedRollout),
      );
      const why = {
        id: 'workloadUnreadable',
        text: expect.stringMatching(
          /^Rollout web in namespace shop cannot be read: status\.currentStepIndex: Too small/,
        ),
      };
      expect(answer).toMatchObject({
        rollouts: [
          { kind: 'Deployment', phase: 'Healthy' },
          { kind: 'Rollout', phase: 'Unknown', unreadable: why },
        ],
        problems: [],
      });
      expect(rolloutsResponseSchema.parse(answer)).toEqual(answer);
      expect(
        await rolloutService(clusters).liveWorkloads(
          applicationTarget('web', namedDeployment, namedRollout),
        ),
      ).toMatchObject({
        workloads: [
          { namespace: 'shop', name: 'web', kinds: ['Deployment', 'Rollout'] },
        ],
        problems: [why],
      });
    });

    it('is not told of workloads that are not the Application’s', async () => {
      const clusters = odd('Rollout', { status: { currentStepIndex: -1 } })(
        new FakeClusters('initial-deploy', 'deployment-healthy'),
      );
      const answer = await rolloutService(clusters).list(
        applicationTarget('web', namedDeployment, {
          ...namedRollout,
          name: 'another',
        }),
      );
      expect(answer.rollouts).toMatchObject([{ kind: 'Deployment' }]);
      expect(answer.problems).toEqual([]);
    });

    it('is told without names of what a workload may own', async () => {
      const clusters = odd('Pod', { status: { phase: 7 } })(
        new FakeClusters('paused-at-step'),
      );
      const answer = await rolloutService(clusters).list(
        applicationTarget('web', namedRollout),
      );
      expect(answer.rollouts).toMatchObject([{ kind: 'Rollout', unread: [] }]);
      expect(texts(answer)).toEqual([
        expect.stringMatching(
          /^3 of the pods in namespace shop cannot be read and are left out, for instance because of status\.phase: /,
        ),
      ]);
    });
  });

  describe('what could not be read', () => {
    it('hides nothing that could', async () => {
      const clusters = new FakeClusters('paused-at-step', 'deployment-healthy');
      clusters.failures
        .set(
          'shop/pods',
          new NotAllowedError('Backstage is not allowed to list pods'),
        )
        .set('shop/deployments', new ServiceUnavailableError('Too busy'));

      const answer = await rolloutService(clusters).list(
        applicationTarget('web', namedRollout, namedDeployment),
      );

      expect(told(answer)).toEqual([
        'Rollout shop/web is Paused, with canary and 0 pods, stable and 0 pods',
      ]);
      expect(texts(answer)).toEqual(
        expect.arrayContaining([
          'Backstage is not allowed to list pods',
          'Too busy',
        ]),
      );
      expect(answer.problems).toHaveLength(2);
    });

    it('is a problem of the live kinds too', async () => {
      const clusters = new FakeClusters('deployment-healthy');
      clusters.failures.set(
        'shop/rollouts',
        new NotAllowedError('Backstage is not allowed to list rollouts'),
      );

      expect(
        await rolloutService(clusters).liveWorkloads(
          applicationTarget('web', namedRollout, namedDeployment),
        ),
      ).toEqual({
        workloads: [{ namespace: 'shop', name: 'web', kinds: ['Deployment'] }],
        problems: [
          {
            id: 'other',
            parameters: {
              message: 'Backstage is not allowed to list rollouts',
            },
            text: 'Backstage is not allowed to list rollouts',
          },
        ],
      });
    });

    it('is no Rollout where the Application names none', async () => {
      const clusters = new FakeClusters('deployment-healthy');
      clusters.failures.set(
        'shop/rollouts',
        new NotFoundError('Cluster main does not have rollouts.argoproj.io'),
      );
      const service = rolloutService(clusters);

      expect(
        (await service.list(applicationTarget('web', namedDeployment)))
          .problems,
      ).toEqual([]);
      expect(
        texts(
          await service.list(
            applicationTarget('web', namedDeployment, namedRollout),
          ),
        ),
      ).toEqual(['Cluster main does not have rollouts.argoproj.io']);
    });

    it('is everything where no cluster matches the destination', async () => {
      const target = {
        ...applicationTarget('web', namedRollout),
        destination: { server: 'https://10.0.0.1', namespace: 'shop' },
      };

      expect(
        texts(await rolloutService(new FakeClusters()).liveWorkloads(target)),
      ).toEqual([
        expect.stringMatching(
          /https:\/\/10\.0\.0\.1.*progressiveDelivery\.destinations/,
        ),
      ]);
    });

    it('is a fault of ours where it is no answer of a cluster', async () => {
      const clusters = new FakeClusters();
      clusters.failures.set('shop/rollouts', new TypeError('a bug'));

      await expect(
        rolloutService(clusters).list(applicationTarget('web', namedRollout)),
      ).rejects.toThrow('a bug');
    });

    it('is nobody’s any more once the asker is gone', async () => {
      const controller = new AbortController();
      const answer = rolloutService(new FakeClusters('done')).list(
        applicationTarget('web', namedRollout),
        { signal: controller.signal },
      );
      controller.abort(new Error('gone'));

      await expect(answer).rejects.toThrow('gone');
    });
  });
});
