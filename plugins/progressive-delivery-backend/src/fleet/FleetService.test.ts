import { FleetResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { eventually } from '../clusters/watch/__testUtils__/eventually';
import { component, FleetScene } from './__testUtils__/FleetScene';

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

const told = ({ rows }: FleetResponse) =>
  rows.map(({ attention, entityRef }) => [
    entityRef.slice('component:default/'.length),
    attention,
  ]);

describe('FleetService', () => {
  let scene: FleetScene;

  beforeEach(async () => {
    scene = await FleetScene.start();
  });
  afterEach(() => scene.stop());

  it('tells all components, what waits for somebody first', async () => {
    scene.has('calm', 'deployment-healthy');
    scene.has('paused', 'paused-at-step');
    scene.has('broken', 'aborted');
    scene.hasApplication('nowhere', ['Deployment']);
    scene.entities = [
      component('calm'),
      component('paused'),
      component('broken'),
      component('nowhere'),
      component('lost'),
      component('other', {}),
    ];
    scene.switchOf = name => ({ calm: false, paused: true }[name]);
    scene.proposed.add('calm');
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([
        ['broken', 'failing'],
        ['paused', 'waiting'],
        ['lost', 'unknown'],
        ['nowhere', 'absent'],
        ['calm', 'settled'],
      ]),
    );
    await eventually(async () =>
      expect((await scene.ask()).counts).toEqual({
        components: 5,
        attention: 2,
        unknown: 1,
        rollouts: 2,
        switchable: 1,
        proposals: 1,
      }),
    );
    expect(told(await scene.ask({ search: 'MAIN', sort: 'name' }))).toEqual([
      ['broken', 'failing'],
      ['calm', 'settled'],
      ['nowhere', 'absent'],
      ['paused', 'waiting'],
    ]);
    const answer = await scene.ask({ filter: 'attention' });
    expect(answer).toMatchObject({
      total: 2,
      problems: [],
      reading: { state: 'done', live: 5, switches: 5 },
      observedAt: expect.any(String),
    });
    expect(answer.rows[1]).toMatchObject({
      owners: ['group:default/shop'],
      kind: 'Rollout',
      workloads: [
        {
          target: 'paused',
          cluster: 'main',
          namespace: 'shop',
          phase: 'Paused',
          step: { number: expect.any(Number), count: expect.any(Number) },
          since: expect.any(String),
        },
      ],
      switches: { state: 'done', on: 1, switchable: 0 },
      observedAt: expect.any(String),
    });
  });

  it('puts a canary whose pods crash before what waits, without looking at pods', async () => {
    scene.has('paused', 'paused-at-step');
    scene.has('crashing', 'recorded/pods-crash');
    scene.has('late', 'recorded/progress-deadline-exceeded');
    scene.entities = ['paused', 'crashing', 'late'].map(name =>
      component(name),
    );
    await eventually(async () =>
      expect(told(await scene.ask({ filter: 'attention' }))).toEqual([
        ['late', 'failing'],
        ['crashing', 'stalled'],
        ['paused', 'waiting'],
      ]),
    );
    const { rows } = await scene.ask();
    expect(rows[0].workloads[0]).toMatchObject({
      failure: { id: 'canaryAtStep', parameters: { step: 1 } },
      since: '2026-11-25T19:51:21Z',
    });
    expect(rows[1]).toMatchObject({ since: '2026-11-25T19:50:54Z' });
    expect(scene.server.requests.join()).not.toMatch(/pods/);
  });

  it('follows what changes', async () => {
    scene.has('web', 'deployment-healthy');
    scene.entities = [component('web')];
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'settled']]),
    );
    scene.has('web', 'deployment-degraded');
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'failing']]),
    );
    scene.entities = [component('web'), component('new')];
    await eventually(async () => expect((await scene.ask()).total).toBe(2));
  });

  it('asks for nothing once per component, however many there are', async () => {
    scene.entities = Array.from({ length: 500 }, (_, index) => {
      const name = `web-${index}`;
      const namespace = `team-${index % 50}`;
      scene.has(name, 'deployment-healthy', {
        labels: { component: name },
        namespace,
      });
      return index % 2 === 0
        ? component(name)
        : component(name, { 'argocd/app-selector': `component=${name}` });
    });
    await eventually(async () => {
      const { counts, reading, rows } = await scene.ask({ limit: 200 });
      expect(reading).toEqual({ state: 'done', live: 500, switches: 500 });
      expect(counts.components).toBe(500);
      expect(rows.every(({ kind }) => kind === 'Deployment')).toBe(true);
    });
    expect(scene.server.count('list deployments')).toBe(1);
    expect(scene.server.requests.length).toBeLessThan(20);
  });

  it('tells nobody of what they may not read, and counts none of it', async () => {
    scene.has('mine', 'paused-at-step');
    scene.has('theirs', 'aborted');
    scene.entities = [component('mine'), component('theirs')];
    scene.hidden.add('component:default/theirs');
    await eventually(async () => {
      const answer = await scene.ask();
      expect(told(answer)).toEqual([['mine', 'waiting']]);
      expect(answer.counts).toMatchObject({ components: 1, attention: 1 });
      expect(JSON.stringify(answer)).not.toContain('theirs');
    });
    expect((await scene.ask({ search: 'theirs' })).total).toBe(0);
  });

  it('watches namespace by namespace where a cluster does not permit all at once', async () => {
    scene.has('web', 'deployment-healthy');
    scene.has('blog', 'deployment-degraded', { namespace: 'blog' });
    scene.entities = [component('web'), component('blog')];
    scene.refuseEverywhere();
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([
        ['blog', 'failing'],
        ['web', 'settled'],
      ]),
    );
  });

  it('takes for unknown what a cluster does not tell, and hides nothing else', async () => {
    scene.has('web', 'deployment-healthy');
    scene.has('canary', 'paused-at-step');
    scene.server.refusals.set('list deployments', {
      status: 500,
      message: 'etcd is down',
    });
    scene.entities = [component('web'), component('canary')];
    await eventually(async () => {
      const { rows } = await scene.ask();
      expect(rows).toMatchObject([
        { entityRef: 'component:default/canary', attention: 'waiting' },
        {
          entityRef: 'component:default/web',
          attention: 'unknown',
          kind: 'unknown',
          problems: [{ id: 'clusterFailed' }],
        },
      ]);
    });
  });

  it('says that switches are not all known where a source cannot be laid out, and shows those that are', async () => {
    scene.has('web', 'paused-at-step');
    scene.entities = [component('web')];
    scene.switchOf = () => true;
    scene.notLaidOut.add('web');
    await eventually(async () =>
      expect((await scene.ask()).rows).toMatchObject([
        {
          switches: { state: 'failed', count: 1, on: 1 },
          problems: [{ id: 'renderFailed' }],
        },
      ]),
    );
  });

  it('does not ask a cluster that wants each user’s own token', async () => {
    scene.has('web', 'deployment-healthy');
    scene.entities = [component('web')];
    scene.credentials = { of: 'user', provider: 'google', header: 'x' };
    await eventually(async () =>
      expect((await scene.ask()).rows).toMatchObject([
        {
          attention: 'unknown',
          problems: [
            {
              id: 'signInMissing',
              parameters: { cluster: 'main', provider: 'google' },
            },
          ],
        },
      ]),
    );
    expect(scene.server.count('list deployments')).toBe(0);
  });

  it('says what cannot be read for anybody, and shows what was known', async () => {
    scene.has('web', 'deployment-healthy');
    scene.entities = [component('web')];
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'settled']]),
    );
    scene.catalogError = new Error('The catalog is away');
    await eventually(async () => {
      const answer = await scene.ask();
      expect(answer.problems).toMatchObject([
        { id: 'other', parameters: { message: 'The catalog is away' } },
      ]);
      expect(told(answer)).toEqual([['web', 'settled']]);
    });
    scene.catalogError = undefined;
    await eventually(async () =>
      expect((await scene.ask()).problems).toEqual([]),
    );
  });

  it('answers before anything is known, and says so', async () => {
    scene.entities = [component('web')];
    scene.server.hung = true;
    scene.fleet({ patience: 20 });
    const answer = await scene.ask();
    expect(answer.reading.state).toBe('pending');
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'pending']]),
    );
  });

  it('forgets all when nobody looks any more, and begins anew for the next', async () => {
    scene.has('web', 'deployment-healthy');
    scene.entities = [component('web')];
    scene.fleet({ idle: 100 });
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'settled']]),
    );
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
    await eventually(async () =>
      expect(told(await scene.ask())).toEqual([['web', 'settled']]),
    );
  });

  it('gives no answer any more while Backstage shuts down', async () => {
    await scene.fleet().close();
    await expect(scene.ask()).rejects.toThrow('Backstage is shutting down');
  });
});
