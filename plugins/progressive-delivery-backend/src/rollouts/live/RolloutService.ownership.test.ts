import { NotFoundError } from '@backstage/errors';
import {
  applicationSchema,
  OverlayTarget,
  problemOf,
  TargetDescription,
  TRACKING_ID,
} from '@progressive-delivery/engine';
import { FakeClusters } from '../__testUtils__/FakeClusters';
import {
  applicationTarget,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { rolloutService, told, texts } from './__testUtils__/rolloutService';

describe('RolloutService', () => {
  it('shows nothing of the Application’s own namespace that bears the tracking id of another', async () => {
    const clusters = new FakeClusters('done');
    clusters.objects = clusters.objects.map(object => ({
      ...object,
      metadata: {
        ...(object.metadata as object),
        annotations: {
          [TRACKING_ID]: 'team-b_web:argoproj.io/Rollout:shop/web',
        },
      },
    }));
    await expect(
      rolloutService(clusters).list(applicationTarget('web', namedRollout)),
    ).resolves.toMatchObject({
      rollouts: [],
      problems: [
        {
          text: 'Rollout web in namespace shop is not shown: its tracking id says that it belongs to another Application.',
        },
      ],
    });
  });

  describe('outside of the destination’s namespace', () => {
    const target = (status: string) => ({
      ...applicationTarget('web', { ...namedRollout, status }),
      destination: { cluster: 'main', namespace: 'front' },
      application: applicationSchema.parse({
        metadata: { name: 'web', namespace: 'argocd' },
        spec: { destination: { name: 'main', namespace: 'front' } },
        status: { resources: [{ ...namedRollout, namespace: 'shop', status }] },
      }),
    });
    const clustersWith = (trackingId?: string) => {
      const clusters = new FakeClusters('done');
      clusters.objects = clusters.objects.map(object =>
        object.kind === 'Rollout'
          ? {
              ...object,
              metadata: {
                ...(object.metadata as object),
                annotations: { [TRACKING_ID]: trackingId },
              },
            }
          : object,
      );
      return clusters;
    };

    it('shows what bears the Application’s tracking id', async () => {
      const answer = await rolloutService(
        clustersWith('web:argoproj.io/Rollout:shop/web'),
      ).list(target('Synced'));
      expect(answer).toMatchObject({
        rollouts: [{ name: 'web' }],
        problems: [],
      });
    });

    it('knows an Application beside Argo CD from its namesake in another namespace', async () => {
      const theirs = { ...target('OutOfSync'), instanceName: 'team-b_web' };
      for (const [id, found] of [
        ['team-b_web:argoproj.io/Rollout:shop/web', 1],
        ['web:argoproj.io/Rollout:shop/web', 0],
      ] as const) {
        const { rollouts } = await rolloutService(clustersWith(id)).list(
          theirs,
        );
        expect(rollouts).toHaveLength(found);
      }
    });

    it('tells nothing of what an overlay merely names, not even that it is there', async () => {
      for (const id of [undefined, 'other:argoproj.io/Rollout:shop/web']) {
        const clusters = clustersWith(id);
        expect(
          await rolloutService(clusters).list(target('OutOfSync')),
        ).toMatchObject({
          rollouts: [],
          problems: [
            {
              text: 'None of the workloads of Application web is running: looked for Rollout shop/web. Sync it in Argo CD, or check the namespace that it delivers to.',
            },
          ],
        });
        expect(clusters.asked).toEqual(['main/shop/rollouts']);
      }
    });

    it('says why what Argo CD has applied is not shown', async () => {
      expect(
        await rolloutService(clustersWith()).list(target('Synced')),
      ).toMatchObject({
        rollouts: [],
        problems: [{ text: expect.stringMatching(/no tracking id/) }],
      });
    });

    it('reads a bounded number of namespaces', async () => {
      const clusters = new FakeClusters('done');
      const answer = await rolloutService(clusters).list(
        applicationTarget(
          'web',
          ...Array.from({ length: 30 }, (_, index) => ({
            ...namedRollout,
            namespace: `elsewhere-${index}`,
          })),
          namedRollout,
        ),
      );

      expect(answer.rollouts).toHaveLength(1);
      expect(texts(answer)).toEqual([
        expect.stringMatching(/in 31 namespaces\. Only those in 20/),
      ]);
      expect(
        clusters.asked.filter(each => each.endsWith('/rollouts')),
      ).toHaveLength(20);
    });
  });

  describe('of a target without an Application', () => {
    const overlay: OverlayTarget = {
      kind: 'overlay',
      id: 'overlays-web-1a2b3c4d',
      title: 'overlays/web',
      sources: [],
      destination: { cluster: 'main', namespace: 'shop' },
    };
    const NOT_RENDERED =
      'Live state is not shown, because the overlay could not be rendered';
    const rendersTo = (description: Partial<TargetDescription>) => ({
      describe: async (): Promise<TargetDescription> => ({
        sources: [],
        switches: [],
        workloads: [],
        editPlaces: [],
        rendering: { state: 'done' },
        problems: [],
        ...description,
      }),
    });
    const web = {
      namespace: 'shop',
      name: 'web',
      kind: 'Deployment' as const,
      switches: [],
    };
    const aSwitch = {
      id: 'progressiveDelivery.enabled',
      enabled: false,
      origin: { from: 'chart' as const, file: 'values.yaml' },
    };

    it('is found by what the overlay renders to, and may be of the other kind', async () => {
      const clusters = new FakeClusters('paused-at-step');
      const service = rolloutService(
        clusters,
        rendersTo({ workloads: [web], switches: [aSwitch] }),
      );

      expect(told(await service.list(overlay))).toEqual([
        'Rollout shop/web is Paused, with canary and 1 pods, stable and 2 pods',
      ]);
      expect(await service.liveWorkloads(overlay)).toEqual({
        workloads: [{ namespace: 'shop', name: 'web', kinds: ['Rollout'] }],
        problems: [],
      });
    });

    it('is not asked for Rollouts where there is no switch', async () => {
      const clusters = new FakeClusters('deployment-healthy');

      const answer = await rolloutService(
        clusters,
        rendersTo({ workloads: [web] }),
      ).list(overlay);

      expect(told(answer)).toEqual([
        'Deployment shop/web is Healthy, with stable and 3 pods',
      ]);
      expect(clusters.asked).not.toContain('main/shop/rollouts');
    });

    it('is looked for nowhere but in the namespace that is allowed', async () => {
      const clusters = new FakeClusters('deployment-healthy');

      const answer = await rolloutService(
        clusters,
        rendersTo({ workloads: [{ ...web, namespace: 'other' }] }),
      ).list(overlay);

      expect(answer.rollouts).toEqual([]);
      expect(texts(answer)).toEqual([
        'Deployment web in namespace other is not shown: the annotation backstage.io/kubernetes-namespace says shop.',
      ]);
      expect(clusters.asked).toEqual([]);
    });

    it('is not known where the overlay cannot be read or rendered', async () => {
      const clusters = new FakeClusters('deployment-healthy');
      const failing = {
        describe: () =>
          Promise.reject(new NotFoundError('There is no branch main')),
      };

      expect(
        texts(await rolloutService(clusters, failing).list(overlay)),
      ).toEqual([
        NOT_RENDERED,
        'Git could not be read: There is no branch main',
      ]);
      expect(
        texts(
          await rolloutService(
            clusters,
            rendersTo({
              rendering: { state: 'failed' },
              problems: [problemOf(new Error('The chart is broken'))],
            }),
          ).list(overlay),
        ),
      ).toEqual([NOT_RENDERED, 'The chart is broken']);
    });

    it('is not looked for where no rule allows it', async () => {
      const clusters = new FakeClusters('deployment-healthy');

      const answer = await rolloutService(clusters).list({
        ...overlay,
        destination: { namespace: 'shop' },
      });

      expect(answer).toMatchObject({
        rollouts: [],
        problems: [
          {
            text: expect.stringMatching(/a rule of progressiveDelivery.allow/),
          },
        ],
      });
      expect(clusters.asked).toEqual([]);
    });
  });
});
