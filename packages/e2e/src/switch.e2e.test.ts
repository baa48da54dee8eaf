import type { Locator, Page } from 'playwright-core';
import {
  type EndpointRecorder,
  eventually,
} from '@progressive-delivery/sandbox';
import { changesOf } from './gitea/changesOf';
import { openInGitea } from './gitea/openInGitea';
import { readService } from './kubernetes/readService';
import { Keyboard } from './person/Keyboard';
import { openDelivery } from './person/openDelivery';
import { signInAsGuest } from './person/signInAsGuest';
import { Scene } from './scene/Scene';
import { DeliveryTab } from './tab/DeliveryTab';
import { Preview } from './tab/Preview';
import { seen } from './tab/seen';
import { Target } from './tab/Target';

const WORKLOAD = 'agents-controllers';
const NAMESPACE = 'agents';
const REPLICAS = 3;
const REASON = 'Canary the controllers first';
/** A pod, as it is read out. */
const READY = expect.stringMatching(/: Running, ready$/);
/** One that has stopped at its pause, with one pod beside the stable ones. */
const PAUSED = {
  phase: 'Paused',
  step: 'Step 2 of 2',
  currentStep: 'Pause until promoted',
  weight: expect.stringMatching(/^Canary weight: 25% set, /),
  pods: { Canary: [READY], Stable: Array(REPLICAS).fill(READY) },
};
const VALUES_FILE = 'argocd/applications/agents/values.yaml';

describe('A component goes from Deployment to canaried Rollout and back', () => {
  let scene: Scene;
  let tab: DeliveryTab;
  let dark: Page;
  let darkTab: DeliveryTab;
  let production: Target;
  let preview: Preview;
  let pullRequest: Locator;
  let service: Awaited<ReturnType<typeof readService>>;
  let endpoints: EndpointRecorder;

  beforeAll(async () => {
    scene = await Scene.open('switch');
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(() => scene?.close());

  const kindsAre = (kind: 'Deployment' | 'Rollout') =>
    eventually(`${WORKLOAD} is a ${kind}, in Git and live`, async () =>
      expect(await production.kinds(WORKLOAD)).toEqual({
        inGit: kind,
        live: kind,
      }),
    );

  /** What the tab says of the Rollout that is under way. */
  const canary = async () => {
    const rollout = production.running('Rollout', WORKLOAD);
    return {
      phase: await rollout.phase(),
      step: await rollout.step(),
      currentStep: await rollout.currentStep(),
      weight: await rollout.weight(),
      pods: await rollout.pods(),
    };
  };

  const argocdIs = (state: string) =>
    eventually(`Argo CD is ${state}`, async () =>
      expect(await production.argocd()).toBe(`Argo CD: ${state}`),
    );

  const journeyIsOver = (line: RegExp) =>
    eventually('the journey of the pull request is over', async () =>
      expect(await production.earlierPullRequests()).toContainEqual(
        expect.stringMatching(line),
      ),
    );

  it('a guest signs in and opens the tab of the controllers', async () => {
    await signInAsGuest(scene.page, scene.backstage.url);
    tab = await openDelivery(scene.page, 'Agents, controllers');
    expect(scene.page.url()).toMatch(
      /component\/agents-controllers\/progressive-delivery$/,
    );
    production = tab.target('agents');
  });

  it('the tab shows that both workloads of production are Deployments', async () => {
    await eventually('both workloads are shown', async () => {
      const deployment = { inGit: 'Deployment', live: 'Deployment' };
      expect(await production.kinds(WORKLOAD)).toEqual(deployment);
      expect(await production.kinds('agents')).toEqual(deployment);
      expect(await production.running('Deployment', WORKLOAD).phase()).toBe(
        'Healthy',
      );
      expect(await production.whyNotProposable(WORKLOAD)).toBeUndefined();
    });
    await scene.takePicture('1-deployments');
  });

  it('the toggle of the controllers opens a preview', async () => {
    preview = await production.toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await preview.valuesChange()).toEqual({
        removed: ['false'],
        added: ['true'],
      }),
    );
    expect(scene.page.url()).toMatch(
      /progressive-delivery\/preview\/[^/]+\/controllers\.progressiveDelivery\.enabled\?enabled=true$/,
    );
    expect(await preview.title()).toBe(
      `Turn progressive delivery on for ${WORKLOAD}`,
    );
    expect(await preview.sentence()).toMatch(
      `Deployment ${WORKLOAD} becomes a Rollout`,
    );
    expect(await preview.manifestChanges()).toEqual([
      `Deployment ${WORKLOAD} → Rollout ${WORKLOAD}`,
    ]);
    expect(await preview.changedFields()).toEqual([
      'spec.strategy.canary.maxSurge',
      'spec.strategy.canary.maxUnavailable',
      'spec.strategy.type',
      'spec.strategy.canary.steps',
    ]);
    await scene.takePicture('2-preview');
    await scene.takeDetailForDocs(
      'progressive-delivery-preview.png',
      preview.region,
    );
  });

  it.each(['Unified diff', 'Side by side'] as const)(
    'the manifests can be compared as: %s',
    async view => {
      await preview.viewAs(view);
      await eventually('the diff is shown', async () =>
        expect(await preview.patch()).toContain('- setWeight: 25'),
      );
      await scene.takePicture(`2-preview-${view.toLowerCase()}`);
    },
  );

  it('the tab and the preview can be read in the dark as well', async () => {
    dark = await scene.openDarkWindow();
    await signInAsGuest(dark, scene.backstage.url);
    darkTab = await openDelivery(dark, 'Agents, controllers');
    const darkPreview = await darkTab.target('agents').toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await darkPreview.manifestChanges()).toHaveLength(1),
    );
    await scene.takePicture('2-preview-dark', dark);
    await darkPreview.viewAs('Side by side');
    await scene.takePicture('2-preview-side by side-dark', dark);
    await darkPreview.leave();
    await eventually('the focus is back on the toggle', async () =>
      expect(await darkTab.target('agents').toggleHasFocus(WORKLOAD)).toBe(
        true,
      ),
    );
    await scene.takePicture('1-deployments-dark', dark);
  });

  it('by keyboard, one gets from the tab to the button that opens the pull request, and back', async () => {
    // What a preview is blocked by, another one is as well.
    await preview.isUnblocked();
    const keyboard = new Keyboard(dark);
    await keyboard.goTo('button', 'Deployment', { key: 'Shift+Tab' });
    await keyboard.press('Enter');
    await keyboard.goTo('menuitemradio', 'Progressive delivery', {
      key: 'ArrowDown',
    });
    await keyboard.press('Enter');
    const toggle = [
      'link',
      `Preview as a Rollout: ${WORKLOAD}, agents`,
      { within: darkTab.target('agents').panel },
    ] as const;
    await keyboard.goTo(...toggle);
    await keyboard.press('Enter');
    await keyboard.isTakenTo(
      'heading',
      `Turn progressive delivery on for ${WORKLOAD}`,
    );
    const darkPreview = Preview.on(dark);
    await eventually('the preview is rendered', async () =>
      expect(await darkPreview.manifestChanges()).toHaveLength(1),
    );
    await keyboard.goTo('textbox', 'Title (optional)');
    await keyboard.type('By keyboard');
    await keyboard.goTo('textbox', 'Reason for the change (optional)');
    await keyboard.type(REASON);
    expect(await darkPreview.givenReason()).toBe(REASON);
    await keyboard.goTo('button', 'Open pull request');
    await scene.takePicture('2-preview-by-keyboard', dark);
    await keyboard.goTo('button', 'Cancel');
    await keyboard.press('Enter');
    await keyboard.isTakenTo(...toggle);
  });

  it('the preview opens the pull request', async () => {
    await preview.giveReason(REASON);
    await scene.page.reload();
    await eventually('the preview is rendered again', async () =>
      expect(await preview.manifestChanges()).toHaveLength(1),
    );
    expect(await preview.givenReason()).toBe(REASON);
    pullRequest = await preview.openPullRequest();
    expect(seen(await pullRequest.innerText())).toBe('Pull request #1 opened');
    await scene.takePicture('3-pull-request-opened');
  });

  it('Gitea has the pull request: one file, one line', async () => {
    const page = await openInGitea(pullRequest);
    expect(await page.locator('body').innerText()).toContain(
      'Turn controllers.progressiveDelivery.enabled on for agents',
    );
    expect(await page.locator('body').innerText()).toContain(REASON);
    await scene.takePicture('3-pull-request-in-gitea', page);
    await page.close();
    expect(await changesOf(scene.sandbox.gitea, 1)).toEqual([
      { filename: VALUES_FILE, status: 'changed', additions: 1, deletions: 1 },
    ]);
  });

  it('the page and the tab wait for the pull request to be merged', async () => {
    const journey = [
      'Pull request, done',
      'Merged, current',
      'Synced, waiting',
      'Kind changed, waiting',
      'Healthy, waiting',
      'Serving, waiting',
    ];
    await eventually('the page of the preview shows its journey', async () =>
      expect(await preview.journey(1)).toEqual(journey),
    );
    await scene.takePicture('4-waiting-on-the-page');
    await preview.leave();
    await eventually('the open pull request is shown', async () => {
      expect(await production.openPullRequest(WORKLOAD)).toBe(
        'Pull request #1 turns it on',
      );
      expect(await production.journey(1)).toEqual(journey);
    });
    await scene.takePicture('4-waiting-for-the-merge');
  });

  it('merged, Argo CD makes it a Rollout', async () => {
    service = await readService(scene.sandbox, NAMESPACE, WORKLOAD);
    endpoints = await scene.recordEndpoints(NAMESPACE, WORKLOAD);
    await scene.sandbox.mergePullRequest();
    await kindsAre('Rollout');
    await journeyIsOver(/^Pull request #1 turns .* on · Merged, /);
    await eventually('the Rollout is healthy', async () =>
      expect(await production.running('Rollout', WORKLOAD).phase()).toBe(
        'Healthy',
      ),
    );
    await argocdIs('Synced, Healthy');
    await scene.takePicture('5-rollout');
  });

  it('the Service is the same, and never had fewer ready endpoints than wanted', async () => {
    expect(await readService(scene.sandbox, NAMESPACE, WORKLOAD)).toEqual(
      service,
    );
    expect(endpoints.range().fewest).toBe(REPLICAS);
    // Both kinds served side by side, or nothing has been recorded at all.
    expect(endpoints.range().most).toBeGreaterThan(REPLICAS);
  });

  it('a new image is a canary that stops at its pause', async () => {
    await scene.sandbox.deploy({ workload: WORKLOAD });
    await eventually('the canary is paused', async () =>
      expect(await canary()).toEqual(PAUSED),
    );
    await argocdIs('Synced, Suspended');
    await scene.takePicture('6-canary-paused');
    await scene.takePicture('6-canary-paused-dark', dark);
    await scene.takePictureForDocs(
      'progressive-delivery-tab.png',
      production.panel,
    );
    await scene.takeDetailForDocs(
      'progressive-delivery-canary.png',
      production.running('Rollout', WORKLOAD).panel,
    );
  });

  it('by keyboard, one gets to what aborts it, and back without doing so', async () => {
    const keyboard = new Keyboard(dark);
    const rollout = darkTab.target('agents').running('Rollout', WORKLOAD);
    await eventually('the canary is paused there, too', async () =>
      expect(await rollout.phase()).toBe('Paused'),
    );
    await keyboard.goTo('button', 'Abort');
    await keyboard.press('Enter');
    const dialog = rollout.dialogOf('Abort');
    await dialog.waitFor();
    await keyboard.goTo('button', 'Cancel');
    await keyboard.goTo('button', 'Abort');
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await keyboard.isTakenTo('button', 'Abort');
    expect(await rollout.phase()).toBe('Paused');
  });

  it('aborted in the tab, all traffic is back at the stable revision', async () => {
    const rollout = production.running('Rollout', WORKLOAD);
    expect(await rollout.act('Abort')).toContain(
      `gets ${REPLICAS} pods and all traffic again.`,
    );
    await eventually('only the stable revision has pods', async () => {
      expect(await rollout.phase()).toBe('Degraded');
      expect(await rollout.pods()).toEqual({
        Canary: [],
        Stable: Array(REPLICAS).fill(READY),
      });
    });
    await argocdIs('Synced, Degraded');
    await scene.takePicture('7-aborted');
  });

  it('retried, it is a canary that stops at its pause again', async () => {
    const rollout = production.running('Rollout', WORKLOAD);
    expect(await rollout.act('Retry')).toContain(
      'is rolled out again, starting at step 1 of 2: Set weight to 25%.',
    );
    await eventually('the canary is paused', async () =>
      expect(await canary()).toEqual(PAUSED),
    );
  });

  it('promoted in the tab, it goes on and is healthy again', async () => {
    const rollout = production.running('Rollout', WORKLOAD);
    expect(await rollout.act('Promote')).toContain(
      `after it, the new revision is fully promoted, with ${REPLICAS} pods and all traffic.`,
    );
    await eventually('the Rollout is healthy', async () => {
      expect(await rollout.phase()).toBe('Healthy');
      expect(await rollout.step()).toBe('All 2 steps done');
      expect(Object.keys(await rollout.pods())).toEqual(['Stable']);
    });
    await argocdIs('Synced, Healthy');
    await scene.takePicture('8-promoted');
  });

  it('and the way back: the toggle opens the pull request that turns it off', async () => {
    preview = await production.toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await preview.valuesChange()).toEqual({
        removed: ['true'],
        added: ['false'],
      }),
    );
    expect(await preview.manifestChanges()).toEqual([
      `Rollout ${WORKLOAD} → Deployment ${WORKLOAD}`,
    ]);
    await scene.takePicture('9-preview-back');
    pullRequest = await preview.openPullRequest();
    expect(seen(await pullRequest.innerText())).toBe('Pull request #2 opened');
    await preview.leave();
  });

  it('merged, Argo CD makes it a Deployment again', async () => {
    await scene.sandbox.mergePullRequest();
    await kindsAre('Deployment');
    await journeyIsOver(/^Pull request #2 turns .* off · Merged, /);
    await eventually('the Deployment is healthy', async () => {
      expect(await production.running('Deployment', WORKLOAD).phase()).toBe(
        'Healthy',
      );
      expect(await production.running('Rollout', WORKLOAD).isShown()).toBe(
        false,
      );
    });
    await argocdIs('Synced, Healthy');
    await scene.takePicture('10-deployment-again');
  });

  it('all the way the Service was the same and never had fewer ready endpoints than wanted', async () => {
    expect(await readService(scene.sandbox, NAMESPACE, WORKLOAD)).toEqual(
      service,
    );
    expect(endpoints.range().fewest).toBe(REPLICAS);
  });

  it('nothing went wrong in the browser unseen', () => {
    expect(scene.pageErrors).toEqual([]);
  });
});
