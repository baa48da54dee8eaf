import { mockServices } from '@backstage/backend-test-utils';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Problem,
  RolloutsResponse,
  rolloutsResponseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '../../errors/problemError';
import { applicationSchema } from '../../targets/applications/application';
import {
  ApplicationTarget,
  OverlayTarget,
} from '../../targets/applications/DeliveryTarget';
import { TargetDescription } from '../../variants/TargetDescription';
import { ownCredentials } from '../../clusters/__testUtils__/ownCredentials';
import { FakeClusters } from '../__testUtils__/FakeClusters';
import { noVariants } from '../__testUtils__/noVariants';
import { TRACKING_ID } from '../objects/kinds/kubernetesObject';
import { RolloutService } from './RolloutService';

const deployment = { group: 'apps', kind: 'Deployment', name: 'web' };
const rollout = { group: 'argoproj.io', kind: 'Rollout', name: 'web' };

/** A target in namespace `shop`, whose Application names these resources. */
function targetOf(
  ...resources: {
    group?: string;
    kind: string;
    name: string;
    namespace?: string;
    status?: string;
    requiresPruning?: boolean;
  }[]
): ApplicationTarget {
  return {
    kind: 'application',
    id: 'main.argocd.web',
    title: 'web',
    sources: [],
    destination: { cluster: 'main', namespace: 'shop' },
    argocd: 'main',
    instanceName: 'web',
    kustomizeBuildOptions: ['--enable-helm'],
    application: applicationSchema.parse({
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { destination: { name: 'main', namespace: 'shop' } },
      status: {
        resources: resources.map(resource => ({
          namespace: 'shop',
          status: 'Synced',
          ...resource,
        })),
      },
    }),
  };
}

const serviceOf = (clusters: FakeClusters, variants = noVariants) =>
  RolloutService.create({
    clusters,
    proxy: ownCredentials,
    logger: mockServices.logger.mock(),
    variants,
  });

const told = ({ rollouts }: RolloutsResponse) =>
  rollouts.map(
    ({ kind, name, namespace, phase, revisions }) =>
      `${kind} ${namespace}/${name} is ${phase}, with ${revisions
        .map(({ pods, role }) => `${role} and ${pods.length} pods`)
        .join(', ')}`,
  );

const texts = ({ problems }: { problems: Problem[] }) =>
  problems.map(({ text }) => text);

describe('RolloutService', () => {
  it('tells what runs, with one list of each kind', async () => {
    const clusters = new FakeClusters('paused-at-step');
    const before = Date.now();

    const answer = await serviceOf(clusters).list(
      targetOf(rollout, { kind: 'Service', name: 'web' }),
    );

    expect(rolloutsResponseSchema.parse(answer)).toEqual(answer);
    expect(told(answer)).toEqual([
      'Rollout shop/web is Paused, with canary and 1 pods, stable and 2 pods',
    ]);
    expect(answer.problems).toEqual([]);
    expect(Date.parse(answer.observedAt)).toBeGreaterThanOrEqual(before);
    expect(clusters.asked).toEqual([
      'main/shop/rollouts',
      'main/shop/replicasets',
      'main/shop/pods',
      'main/shop/analysisruns',
      'main/shop/experiments',
      'main/shop/events',
      'main/shop/events',
    ]);
  });

  it('asks for nothing that only Rollouts have where there is none', async () => {
    const clusters = new FakeClusters('deployment-healthy');

    const answer = await serviceOf(clusters).list(
      targetOf(deployment, rollout),
    );

    expect(answer).toMatchObject({
      rollouts: [{ unread: [], analysisRuns: [], events: [] }],
      problems: [],
    });
    expect(clusters.asked).toEqual([
      'main/shop/deployments',
      'main/shop/rollouts',
      'main/shop/replicasets',
      'main/shop/pods',
      'main/shop/events',
    ]);
  });

  it('asks for Services where a Rollout names any', async () => {
    const clusters = new FakeClusters('traffic-routed');

    const answer = await serviceOf(clusters).list(targetOf(rollout));

    expect(clusters.asked).toContain('main/shop/services');
    expect(answer.rollouts[0]).toMatchObject({
      services: [
        { role: 'stable', name: 'web', selects: 'missing' },
        { role: 'canary', name: 'web-canary', selects: 'missing' },
      ],
    });
  });

  it('tells both kinds while a switch is under way', async () => {
    const clusters = new FakeClusters('initial-deploy', 'deployment-healthy');
    const service = serviceOf(clusters);
    const target = targetOf({ ...deployment, requiresPruning: true }, rollout);

    expect((await service.list(target)).rollouts).toMatchObject([
      { kind: 'Deployment', name: 'web' },
      { kind: 'Rollout', name: 'web' },
    ]);
    expect(await service.liveWorkloads(target)).toEqual({
      workloads: [
        { namespace: 'shop', name: 'web', kinds: ['Deployment', 'Rollout'] },
      ],
      problems: [],
    });
  });

  it('takes a Deployment that a Rollout refers to for its template, and no workload', async () => {
    const clusters = new FakeClusters('initial-deploy', 'deployment-healthy');
    const service = serviceOf(clusters);
    const target = targetOf(deployment, rollout);
    const refer = (workloadRef: object) => {
      clusters.objects = clusters.objects.map(object =>
        object.kind === 'Rollout'
          ? { ...object, spec: { ...Object(object.spec), workloadRef } }
          : object,
      );
    };

    refer({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
    expect((await service.list(target)).rollouts).toMatchObject([
      { kind: 'Rollout', name: 'web' },
    ]);
    expect((await service.liveWorkloads(target)).workloads).toEqual([
      { namespace: 'shop', name: 'web', kinds: ['Rollout'] },
    ]);
    for (const other of [
      { kind: 'Deployment', name: 'another' },
      { kind: 'ReplicaSet', name: 'web' },
    ]) {
      refer(other);
      expect((await service.list(target)).rollouts).toHaveLength(2);
    }
  });

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
      const answer = await serviceOf(clusters).list(
        targetOf(deployment, rollout),
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
        await serviceOf(clusters).liveWorkloads(targetOf(deployment, rollout)),
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
      const answer = await serviceOf(clusters).list(
        targetOf(deployment, { ...rollout, name: 'another' }),
      );
      expect(answer.rollouts).toMatchObject([{ kind: 'Deployment' }]);
      expect(answer.problems).toEqual([]);
    });

    it('is told without names of what a workload may own', async () => {
      const clusters = odd('Pod', { status: { phase: 7 } })(
        new FakeClusters('paused-at-step'),
      );
      const answer = await serviceOf(clusters).list(targetOf(rollout));
      expect(answer.rollouts).toMatchObject([{ kind: 'Rollout', unread: [] }]);
      expect(texts(answer)).toEqual([
        expect.stringMatching(
          /^3 of the pods in namespace shop cannot be read and are left out, for instance because of status\.phase: /,
        ),
      ]);
    });
  });

  it('does not take for live what Argo CD has yet to apply', async () => {
    const clusters = new FakeClusters('deployment-healthy');
    const service = serviceOf(clusters);
    const target = targetOf(
      { ...deployment, status: 'OutOfSync', requiresPruning: true },
      { ...rollout, status: 'OutOfSync' },
    );

    expect(await service.liveWorkloads(target)).toEqual({
      workloads: [{ namespace: 'shop', name: 'web', kinds: ['Deployment'] }],
      problems: [],
    });
    expect(told(await service.list(target))).toEqual([
      'Deployment shop/web is Healthy, with stable and 3 pods',
    ]);
  });

  it('leaves alone what the Application does not name', async () => {
    const clusters = new FakeClusters('done');
    const service = serviceOf(clusters);

    const answer = await service.list(
      targetOf({ ...rollout, name: 'other' }, { ...rollout, group: 'else' }),
    );

    expect(answer).toMatchObject({
      rollouts: [],
      problems: [
        {
          id: 'nothingOfApplication',
          parameters: { application: 'web', workloads: ['Rollout shop/other'] },
          text: 'Nothing runs of what Application web names: looked for Rollout shop/other.',
        },
      ],
    });
    expect(clusters.asked).toEqual(['main/shop/rollouts']);
  });

  it('asks once for all who ask at the same time', async () => {
    const clusters = new FakeClusters('done');
    const service = serviceOf(clusters);

    await Promise.all([
      service.list(targetOf(rollout)),
      service.list(targetOf(rollout)),
      service.liveWorkloads(targetOf(rollout)),
    ]);

    expect(clusters.asked).toHaveLength(7);
    await service.liveWorkloads(targetOf(rollout));
    expect(clusters.asked).toHaveLength(8);
  });

  describe('what could not be read', () => {
    it('hides nothing that could', async () => {
      const clusters = new FakeClusters('paused-at-step', 'deployment-healthy');
      clusters.failures
        .set('shop/pods', new NotAllowedError('Backstage may not list pods'))
        .set('shop/deployments', new ServiceUnavailableError('Too busy'));

      const answer = await serviceOf(clusters).list(
        targetOf(rollout, deployment),
      );

      expect(told(answer)).toEqual([
        'Rollout shop/web is Paused, with canary and 0 pods, stable and 0 pods',
      ]);
      expect(texts(answer)).toEqual(
        expect.arrayContaining(['Backstage may not list pods', 'Too busy']),
      );
      expect(answer.problems).toHaveLength(2);
    });

    it('is a problem of the live kinds too', async () => {
      const clusters = new FakeClusters('deployment-healthy');
      clusters.failures.set(
        'shop/rollouts',
        new NotAllowedError('Backstage may not list rollouts'),
      );

      expect(
        await serviceOf(clusters).liveWorkloads(targetOf(rollout, deployment)),
      ).toEqual({
        workloads: [{ namespace: 'shop', name: 'web', kinds: ['Deployment'] }],
        problems: [
          {
            id: 'other',
            parameters: { message: 'Backstage may not list rollouts' },
            text: 'Backstage may not list rollouts',
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
      const service = serviceOf(clusters);

      expect((await service.list(targetOf(deployment))).problems).toEqual([]);
      expect(texts(await service.list(targetOf(deployment, rollout)))).toEqual([
        'Cluster main does not have rollouts.argoproj.io',
      ]);
    });

    it('is everything where no cluster matches the destination', async () => {
      const target = {
        ...targetOf(rollout),
        destination: { server: 'https://10.0.0.1', namespace: 'shop' },
      };

      expect(
        texts(await serviceOf(new FakeClusters()).liveWorkloads(target)),
      ).toEqual([
        expect.stringMatching(
          /https:\/\/10\.0\.0\.1.*progressiveDelivery\.destinations/,
        ),
      ]);
    });

    it('is a fault of ours where it is no answer of a cluster', async () => {
      const clusters = new FakeClusters();
      clusters.failures.set('shop/rollouts', new TypeError('a bug'));

      await expect(serviceOf(clusters).list(targetOf(rollout))).rejects.toThrow(
        'a bug',
      );
    });

    it('is nobody’s any more once the asker is gone', async () => {
      const controller = new AbortController();
      const answer = serviceOf(new FakeClusters('done')).list(
        targetOf(rollout),
        { signal: controller.signal },
      );
      controller.abort(new Error('gone'));

      await expect(answer).rejects.toThrow('gone');
    });
  });

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
      serviceOf(clusters).list(targetOf(rollout)),
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
      ...targetOf({ ...rollout, status }),
      destination: { cluster: 'main', namespace: 'front' },
      application: applicationSchema.parse({
        metadata: { name: 'web', namespace: 'argocd' },
        spec: { destination: { name: 'main', namespace: 'front' } },
        status: { resources: [{ ...rollout, namespace: 'shop', status }] },
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
      const answer = await serviceOf(
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
        const { rollouts } = await serviceOf(clustersWith(id)).list(theirs);
        expect(rollouts).toHaveLength(found);
      }
    });

    it('tells nothing of what an overlay merely names, not even that it is there', async () => {
      for (const id of [undefined, 'other:argoproj.io/Rollout:shop/web']) {
        const clusters = clustersWith(id);
        expect(
          await serviceOf(clusters).list(target('OutOfSync')),
        ).toMatchObject({
          rollouts: [],
          problems: [
            {
              text: 'Nothing runs of what Application web names: looked for Rollout shop/web.',
            },
          ],
        });
        expect(clusters.asked).toEqual(['main/shop/rollouts']);
      }
    });

    it('says why what Argo CD has applied is not shown', async () => {
      expect(
        await serviceOf(clustersWith()).list(target('Synced')),
      ).toMatchObject({
        rollouts: [],
        problems: [{ text: expect.stringMatching(/no tracking id/) }],
      });
    });

    it('reads a bounded number of namespaces', async () => {
      const clusters = new FakeClusters('done');
      const answer = await serviceOf(clusters).list(
        targetOf(
          ...Array.from({ length: 30 }, (_, index) => ({
            ...rollout,
            namespace: `elsewhere-${index}`,
          })),
          rollout,
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
      'What runs is not shown, because it is found by what the overlay renders to, and that is not known';
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
      const service = serviceOf(
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

      const answer = await serviceOf(
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

      const answer = await serviceOf(
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

      expect(texts(await serviceOf(clusters, failing).list(overlay))).toEqual([
        NOT_RENDERED,
        'Git could not be read: There is no branch main',
      ]);
      expect(
        texts(
          await serviceOf(
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

      const answer = await serviceOf(clusters).list({
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
