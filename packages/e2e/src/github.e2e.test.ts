import { eventually } from '@progressive-delivery/sandbox';
import { GithubDelivery } from './github/GithubDelivery';
import { openDelivery } from './person/openDelivery';
import { signInAsGuest } from './person/signInAsGuest';
import { DeliveryApi } from './preflight/DeliveryApi';
import type { Example } from './preflight/examples';
import { Scene } from './scene/Scene';
import { DeliveryTab } from './tab/DeliveryTab';
import { Preview } from './tab/Preview';
import { seen } from './tab/seen';
import { Target } from './tab/Target';

const WORKLOAD = 'agents-controllers';
const EXAMPLE: Example = {
  component: 'agents-controllers',
  target: 'agents',
  switch: 'controllers.progressiveDelivery.enabled',
};
const VALUES_FILE = 'argocd/applications/agents/values.yaml';

describe('With the test server for GitHub as the Git host of Argo CD and Backstage', () => {
  let github: GithubDelivery;
  let scene: Scene;
  let tab: DeliveryTab;
  let production: Target;
  let preview: Preview;

  beforeAll(async () => {
    github = await GithubDelivery.start();
    scene = await Scene.open('github', (directory, sandbox) =>
      github.connect(directory, sandbox),
    );
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(async () => {
    await scene?.close();
    await github?.stop();
  });

  const kindsAre = (kind: 'Deployment' | 'Rollout') =>
    eventually(`${WORKLOAD} is a ${kind}, in Git and live`, async () =>
      expect(await production.kinds(WORKLOAD)).toEqual({
        inGit: kind,
        live: kind,
      }),
    );

  const argocdIsDone = () =>
    eventually('Argo CD is done', async () =>
      expect(await production.argocd()).toBe('Argo CD: Synced, Healthy'),
    );

  const proposeOnce = async (enabled: boolean) =>
    new DeliveryApi(scene.backstage).propose(EXAMPLE, enabled);

  it('Argo CD delivers from there, and the tab shows it', async () => {
    await signInAsGuest(scene.page, scene.backstage.url);
    tab = await openDelivery(scene.page, 'Agents, controllers');
    production = tab.target('agents');
    await kindsAre('Deployment');
    await argocdIsDone();
  });

  it('the preview opens a pull request there, of one file', async () => {
    preview = await production.toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await preview.manifestChanges()).toEqual([
        `Deployment ${WORKLOAD} → Rollout ${WORKLOAD}`,
      ]),
    );
    const link = await preview.openPullRequest();
    expect(seen(await link.innerText())).toBe('Pull request #1 opened');
    expect(await link.getAttribute('href')).toBe(
      `${github.url}/platform/gitops/pull/1`,
    );
    await preview.leave();
    expect(github.changedFiles(1)).toEqual([VALUES_FILE]);
  });

  it('the tab follows it', async () => {
    await eventually('the open pull request is shown', async () =>
      expect(await production.openPullRequest(WORKLOAD)).toBe(
        'Pull request #1 turns it on',
      ),
    );
    await scene.takePicture('1-open-at-github');
  });

  it('who asks for the same is given the same', async () => {
    expect(await proposeOnce(true)).toMatchObject({
      body: { proposal: { number: 1 } },
    });
    expect(github.repository.current()).toHaveLength(1);
  });

  it('where its base has moved, it is brought up to date', async () => {
    const moved = github.commit(
      'Change something else',
      new Map([['NOTES.md', Buffer.from('Notes\n')]]),
    );
    expect(await proposeOnce(true)).toMatchObject({
      body: { proposal: { number: 1 } },
    });
    expect(github.repository.current()).toHaveLength(1);
    const { head } = github.pullRequest(1);
    expect(github.repository.git.holds(head.commit, moved)).toBe(true);
  });

  it('merged there, Argo CD makes it a Rollout', async () => {
    github.repository.merge(1, 'squash', 'reviewer');
    await github.announce(scene.sandbox);
    await kindsAre('Rollout');
    await eventually('it is over', async () =>
      expect(await production.earlierPullRequests()).toContainEqual(
        expect.stringMatching(/^Pull request #1 turns .* on · Merged, /),
      ),
    );
    await scene.takePicture('2-merged-at-github');
  });

  it('the pull request that turns it off is closed there, and nothing changes', async () => {
    // A Rollout that is still on its way is not switched back: preflight blocks it.
    await argocdIsDone();
    preview = await production.toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await preview.manifestChanges()).toHaveLength(1),
    );
    const link = await preview.openPullRequest();
    expect(seen(await link.innerText())).toBe('Pull request #2 opened');
    await preview.leave();
    await github.close(2);
    await eventually('it is told as closed', async () =>
      expect(await production.earlierPullRequests()).toContainEqual(
        expect.stringMatching(/^Pull request #2 turns .* off · Closed/),
      ),
    );
    await kindsAre('Rollout');
  });

  it('all that GitHub was asked and has answered is as GitHub publishes it', () => {
    expect(github.problems).toEqual([]);
    expect(scene.pageErrors).toEqual([]);
  });
});
