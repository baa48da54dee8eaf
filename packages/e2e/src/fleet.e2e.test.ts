import { eventually } from '@progressive-delivery/sandbox';
import { FleetList } from './fleet/FleetList';
import { untilDelivered } from './kubernetes/delivered';
import { signInAsGuest } from './person/signInAsGuest';
import { DeliveryApi } from './preflight/DeliveryApi';
import { Scene } from './scene/Scene';

const WORKLOAD = 'agents-controllers';
const CONTROL_PLANE = 'Agents, control plane';
const CONTROLLERS = 'Agents, controllers';
const EVALUATION = 'Agents, evaluation';
const SWITCH = 'controllers.progressiveDelivery.enabled';

describe('All components are on one page, what waits first', () => {
  let scene: Scene;
  let fleet: FleetList;

  beforeAll(async () => {
    scene = await Scene.open('fleet');
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(() => scene?.close());

  it('the sidebar leads to it, and it says how each component is', async () => {
    await signInAsGuest(scene.page, scene.backstage.url);
    fleet = await FleetList.open(scene.page);
    await eventually('all components are known', async () => {
      expect((await fleet.components()).sort()).toEqual([
        CONTROL_PLANE,
        CONTROLLERS,
        EVALUATION,
      ]);
      expect(await fleet.row(CONTROLLERS)).toEqual(
        expect.objectContaining({
          State: 'Healthy\n4 workloads',
          Kind: 'Deployment',
          Switches: '0 of 2 on\n2 can be turned on',
          'Pull requests': 'None',
          Owner: 'platform',
        }),
      );
    });
    expect(scene.page.url()).toMatch(/\/progressive-delivery$/);
    await scene.takePicture('1-all');
  });

  it('a component of which not everything may be used says so', async () => {
    expect((await fleet.row(EVALUATION)).State).toMatch(
      /1 delivery target cannot be used/,
    );
  });

  it('what is searched for is in the URL, and outlives a reload', async () => {
    await fleet.search('evaluation');
    await eventually('only what was searched for is shown', async () =>
      expect(await fleet.components()).toEqual([EVALUATION]),
    );
    await scene.page.reload();
    await eventually('the same is shown again', async () =>
      expect(await fleet.components()).toEqual([EVALUATION]),
    );
    expect(scene.page.url()).toMatch(/\?search=evaluation$/);
    await fleet.search('');
    await eventually('all components are shown again', async () =>
      expect(await fleet.components()).toHaveLength(3),
    );
  });

  it('a pull request that is open is beside its component', async () => {
    await new DeliveryApi(scene.backstage).propose(
      { component: WORKLOAD, target: 'agents', switch: SWITCH },
      true,
    );
    await eventually('the pull request is shown', async () =>
      expect((await fleet.row(CONTROLLERS))['Pull requests']).toBe(
        `#1, turns ${SWITCH} on`,
      ),
    );
    await fleet.filterBy('Open pull requests');
    await eventually('only its component is shown', async () =>
      expect(await fleet.components()).toEqual([CONTROLLERS]),
    );
    await scene.takePicture('2-pull-request');
    await fleet.filterBy('All');
  });

  it('a canary that waits comes first, and says what for and at which step', async () => {
    await scene.sandbox.mergePullRequest();
    await untilDelivered(
      scene.sandbox,
      'agents',
      ({ kind, metadata: { name } }) =>
        kind === (name === WORKLOAD ? 'Rollout' : 'Deployment'),
    );
    await scene.sandbox.deploy({ workload: WORKLOAD });
    await eventually('the canary waits', async () => {
      // Both are delivered by the same Application.
      expect(await fleet.components()).toEqual([
        CONTROL_PLANE,
        CONTROLLERS,
        EVALUATION,
      ]);
      expect(await fleet.row(CONTROLLERS)).toEqual(
        expect.objectContaining({
          State: expect.stringContaining('Waiting for promotion'),
          Kind: 'Deployment and Rollout',
          Step: '2 of 2\n25%',
          Switches: '1 of 2 on\n1 can be turned on',
        }),
      );
    });
    expect(await fleet.filters()).toContain('Needs attention (2)');
    await scene.takePicture('3-waiting');
  });

  it('its name leads to its tab', async () => {
    const tab = await fleet.follow(CONTROLLERS);
    await eventually('the tab shows the canary', async () =>
      expect(
        await tab.target('agents').running('Rollout', WORKLOAD).phase(),
      ).toBe('Paused'),
    );
  });

  it('nothing went wrong in the browser unseen', () => {
    expect(scene.pageErrors).toEqual([]);
  });
});
