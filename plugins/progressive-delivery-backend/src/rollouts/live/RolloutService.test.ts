import { rolloutsResponseSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FakeClusters } from '../__testUtils__/FakeClusters';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { rolloutService, told } from './__testUtils__/rolloutService';

describe('RolloutService', () => {
  it('tells what runs, with one list of each kind', async () => {
    const clusters = new FakeClusters('paused-at-step');
    const before = Date.now();

    const answer = await rolloutService(clusters).list(
      applicationTarget('web', namedRollout, { kind: 'Service', name: 'web' }),
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

    const answer = await rolloutService(clusters).list(
      applicationTarget('web', namedDeployment, namedRollout),
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

    const answer = await rolloutService(clusters).list(
      applicationTarget('web', namedRollout),
    );

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
    const service = rolloutService(clusters);
    const target = applicationTarget(
      'web',
      { ...namedDeployment, requiresPruning: true },
      namedRollout,
    );

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
    const service = rolloutService(clusters);
    const target = applicationTarget('web', namedDeployment, namedRollout);
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

  it('does not take for live what Argo CD has yet to apply', async () => {
    const clusters = new FakeClusters('deployment-healthy');
    const service = rolloutService(clusters);
    const target = applicationTarget(
      'web',
      { ...namedDeployment, status: 'OutOfSync', requiresPruning: true },
      { ...namedRollout, status: 'OutOfSync' },
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
    const service = rolloutService(clusters);

    const answer = await service.list(
      applicationTarget(
        'web',
        { ...namedRollout, name: 'other' },
        { ...namedRollout, group: 'else' },
      ),
    );

    expect(answer).toMatchObject({
      rollouts: [],
      problems: [
        {
          id: 'nothingOfApplication',
          parameters: { application: 'web', workloads: ['Rollout shop/other'] },
          text: 'None of the workloads of Application web is running: looked for Rollout shop/other. Sync it in Argo CD, or check the namespace that it delivers to.',
        },
      ],
    });
    expect(clusters.asked).toEqual(['main/shop/rollouts']);
  });

  it('asks once for all who ask at the same time', async () => {
    const clusters = new FakeClusters('done');
    const service = rolloutService(clusters);

    await Promise.all([
      service.list(applicationTarget('web', namedRollout)),
      service.list(applicationTarget('web', namedRollout)),
      service.liveWorkloads(applicationTarget('web', namedRollout)),
    ]);

    expect(clusters.asked).toHaveLength(7);
    await service.liveWorkloads(applicationTarget('web', namedRollout));
    expect(clusters.asked).toHaveLength(8);
  });
});
