import type { Page } from 'playwright-core';
import { eventually } from '@progressive-delivery/sandbox';
import { openInGitea } from './gitea/openInGitea';
import { untilDelivered } from './kubernetes/delivered';
import { openDelivery } from './person/openDelivery';
import { signInAsGuest } from './person/signInAsGuest';
import { DeliveryApi } from './preflight/DeliveryApi';
import { Example, examples } from './preflight/examples';
import { expectedFindings } from './preflight/expectedFindings';
import { findingsText } from './preflight/findingsText';
import type { Backstage } from './scene/startBackstage';
import { Scene } from './scene/Scene';
import { Preview } from './tab/Preview';
import { seen } from './tab/seen';

const WORKLOAD = 'agents-controllers';
const TITLE = 'Agents, controllers';
const STAGING = 'agents-staging';
const SEEN = `Deployment ${WORKLOAD} does not have PruneLast=true in its annotation argocd.argoproj.io/sync-options, neither live nor in Git`;
const REASON = 'Nobody uses staging at night';

/** At the top of the values, away from the switches. */
const NOT_LAST = 'progressiveDelivery:\n  pruneLast: false\n';

const controllers: Example = {
  component: WORKLOAD,
  switch: 'controllers.progressiveDelivery.enabled',
  target: STAGING,
};

/*
 * The findings of the example are those of the whole stack, on the real Argo CD: `preflight/findings` has a file for each
 * component, target and direction.
 */
describe('Preflight finds what may go wrong with a switch, and keeps it from being proposed', () => {
  let scene: Scene;
  let api: DeliveryApi;
  let dark: Page;
  let preview: Preview;
  let strict: { backstage: Backstage; page: Page };

  beforeAll(async () => {
    scene = await Scene.open('preflight');
    api = new DeliveryApi(scene.backstage);
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(() => scene?.close());

  const previewOf = async (page: Page) => {
    const tab = await openDelivery(page, TITLE);
    const opened = await tab.target(STAGING).toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await opened.findings('Blocking')).toHaveLength(1),
    );
    return opened;
  };

  /** Commits that workloads of staging are no longer pruned last, or are again. */
  const setPruneLast = async (enabled: boolean) => {
    await scene.sandbox.editFile({
      path: `argocd/applications/${STAGING}/values.yaml`,
      message: 'Change how workloads are pruned',
      edit: text => (enabled ? text.replace(NOT_LAST, '') : NOT_LAST + text),
    });
    await untilDelivered(
      scene.sandbox,
      STAGING,
      ({ metadata }) =>
        Boolean(
          metadata.annotations['argocd.argoproj.io/sync-options']?.includes(
            'PruneLast=true',
          ),
        ) === enabled,
    );
  };

  const expectFindings = async (
    example: Example,
    becomes: 'Rollout' | 'Deployment',
  ) => {
    const { preflight } = await api.preview(example, becomes === 'Rollout');
    const found = findingsText(preflight);
    expect(found).toBe(await expectedFindings(example, becomes, found));
    expect(
      preflight.findings.filter(({ severity }) => severity === 'block'),
    ).toEqual([]);
  };

  it.each(examples)(
    '$component on $target may become a Rollout, with the warnings that are written down',
    example => expectFindings(example, 'Rollout'),
  );

  it('without PruneLast, the preview says what is wrong and what to do', async () => {
    await setPruneLast(false);
    await signInAsGuest(scene.page, scene.backstage.url);
    preview = await previewOf(scene.page);
    expect(await preview.findings('Blocking')).toEqual([SEEN]);
    expect(await preview.preflight()).toMatch(
      // The controller of the sandbox runs outside of its cluster, so that one check cannot see how it is configured.
      /^\d+ checks ran, \d+ with findings, 1 could not complete$/,
    );
    expect(await preview.whyNotOpen()).toBe(
      'Fix 1 finding first, or tick it to go ahead anyway.',
    );
    await scene.takePicture('1-blocked');
  });

  it('the findings can be read in the dark as well', async () => {
    dark = await scene.openDarkWindow();
    await signInAsGuest(dark, scene.backstage.url);
    const darkPreview = await previewOf(dark);
    expect(await darkPreview.findings('Blocking')).toEqual([SEEN]);
    await scene.takePicture('1-blocked-dark', dark);
    await darkPreview.leave();
  });

  it('the HTTP API refuses the proposal, and says what was found', async () => {
    expect(await api.propose(controllers, true)).toMatchObject({
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          preflight: {
            findings: expect.arrayContaining([
              expect.objectContaining({
                id: 'prune-last-live',
                severity: 'block',
              }),
            ]),
          },
        },
      },
    });
  });

  it('an owner who may not override is told so, and refused', async () => {
    strict = await scene.openAnotherBackstage('strict', {
      permission: { preflightOverriders: ['group:default/on-call'] },
    });
    await signInAsGuest(strict.page, strict.backstage.url);
    const refused = await previewOf(strict.page);
    await eventually('it is said why', async () =>
      expect(await refused.whyNotOpen()).toBe(
        'Fix 1 finding first. Going ahead anyway requires the permission progressive-delivery.proposal.override.',
      ),
    );
    expect(await refused.offersOverride()).toBe(false);
    await scene.takePicture('2-may-not-override', strict.page);
    const strictApi = new DeliveryApi(strict.backstage);
    const { preflight } = await strictApi.preview(controllers, true);
    const [{ id, object }] = preflight.findings;
    expect(
      await strictApi.propose(controllers, true, {
        findings: [{ id, object }],
        reason: REASON,
      }),
    ).toMatchObject({ status: 403 });
    await strict.page.close();
  });

  it('an owner who may, has to tick what is overridden and say why', async () => {
    await preview.overrideAll();
    expect(await preview.whyNotOpen()).toBe('Give a reason for going ahead.');
    await preview.sayWhyAnyway(REASON);
    expect(await preview.whyNotOpen()).toBeUndefined();
    await scene.takePicture('3-overridden');
  });

  it('and opens the pull request, which says what was overridden', async () => {
    const link = await preview.openPullRequest();
    expect(seen(await preview.opened())).toContain(`Overridden: ${SEEN}`);
    await scene.takePicture('4-opened');
    const page = await openInGitea(link);
    const body = await page.locator('body').innerText();
    expect(body).toContain('Overridden');
    expect(body).toContain('prune-last-live');
    expect(body).toContain(REASON);
    await scene.takePicture('4-pull-request-in-gitea', page);
    await page.close();
    await preview.leave();
  });

  it('its journey says so as well', async () => {
    for (const [page, name] of [
      [scene.page, '5-journey'],
      [dark, '5-journey-dark'],
    ] as const) {
      const tab = await openDelivery(page, TITLE);
      await eventually('what was overridden is shown', async () =>
        expect(await tab.target(STAGING).overridden()).toEqual([
          `Preflight findings overridden: prune-last-live (Deployment ${STAGING}/${WORKLOAD}). Reason: ${REASON}`,
        ]),
      );
      await scene.takePicture(name, page);
    }
  });

  it('with PruneLast again, all of the example becomes Rollouts', async () => {
    await setPruneLast(true);
    for (const example of examples) {
      // That of the controllers on staging is open already.
      const { status } = await api.propose(example, true);
      expect([200, 201]).toContain(status);
    }
    for (const { number } of await scene.sandbox.openPullRequests()) {
      await scene.sandbox.mergePullRequest(number);
    }
    for (const application of [STAGING, 'agents']) {
      await untilDelivered(
        scene.sandbox,
        application,
        ({ kind }) => kind === 'Rollout',
      );
    }
  });

  it.each(examples)(
    '$component on $target may become a Deployment again, with the warnings that are written down',
    example => expectFindings(example, 'Deployment'),
  );

  it('nothing went wrong in the browser unseen', () => {
    expect(scene.pageErrors).toEqual([]);
  });
});
