import { eventually } from '@progressive-delivery/sandbox';
import { changesOf } from './gitea/changesOf';
import { openInGitea } from './gitea/openInGitea';
import { openDelivery } from './person/openDelivery';
import { runTemplate } from './person/runTemplate';
import { signInAsGuest } from './person/signInAsGuest';
import {
  overlayComponent,
  sandboxCluster,
  signInComponent,
  writeOverlayComponents,
} from './scene/overlayComponents';
import { Scene } from './scene/Scene';
import { DeliveryTab } from './tab/DeliveryTab';

const WORKLOAD = 'agents-controllers';
const EVALUATION = '/entities/component/default/agents-evaluation/targets';

describe('Who owns a component may change its delivery, and nobody else', () => {
  let scene: Scene;
  let tab: DeliveryTab;

  beforeAll(async () => {
    scene = await Scene.open('access', writeOverlayComponents);
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(() => scene?.close());

  /** The status that the HTTP API answers with. */
  const statusOf = async (
    path: string,
    { token, body }: { token?: string; body?: object } = {},
  ): Promise<number> => {
    const response = await fetch(
      `${scene.backstage.url}/api/progressive-delivery/v1${path}`,
      {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
      },
    );
    return response.status;
  };

  /** What the HTTP API answers the guest of an entity. */
  const answerOf = async (
    path: string,
    headers: Record<string, string> = {},
  ) => {
    const token = await scene.backstage.signInAsGuest();
    const response = await fetch(
      `${scene.backstage.url}/api/progressive-delivery/v1/entities/${path}`,
      { headers: { authorization: `Bearer ${token}`, ...headers } },
    );
    return response.json();
  };

  const proposal = {
    switch: 'controllers.progressiveDelivery.enabled',
    enabled: true,
    digest: 'none',
    profile: 'none',
  };

  it('a component of another team may be seen on staging, and not switched', async () => {
    await signInAsGuest(scene.page, scene.backstage.url);
    tab = await openDelivery(scene.page, 'Agents, evaluation');
    const staging = tab.target('agents-staging');
    await eventually('staging is shown', async () => {
      expect(await staging.kinds(WORKLOAD)).toEqual({
        inGit: 'Deployment',
        live: 'Deployment',
      });
      expect(await staging.whyNotProposable(WORKLOAD)).toBe(
        'You do not have permission to open pull requests for this component. Ask its owners.',
      );
      expect(await staging.running('Deployment', WORKLOAD).phase()).toBe(
        'Healthy',
      );
    });
  });

  it('what its switch would do may be seen there, and not proposed', async () => {
    const preview = await tab.target('agents-staging').toggle(WORKLOAD);
    await eventually('the preview is rendered', async () =>
      expect(await preview.manifestChanges()).toHaveLength(1),
    );
    expect(await preview.region.innerText()).toContain(
      'You do not have permission to open pull requests for this component.',
    );
    expect(
      await preview.region
        .getByRole('button', { name: 'Open pull request' })
        .count(),
    ).toBe(0);
    await scene.takePicture('1-preview-of-another-team');
    await preview.region
      .getByRole('link', { name: 'All delivery targets' })
      .click();
  });

  it('production does not point back at it, so that nothing of it is shown', async () => {
    expect(await tab.unusable('argocd/app-name: agents')).toMatch(
      /Not allowed: /,
    );
    expect(await tab.target('agents').kinds(WORKLOAD)).toBeUndefined();
    await scene.takePicture('2-of-another-team');
  });

  it('the HTTP API says no as well', async () => {
    const token = await scene.backstage.signInAsGuest();
    const staging = `${EVALUATION}/sandbox.argocd.agents-staging`;
    const production = `${EVALUATION}/sandbox.argocd.agents`;
    expect({
      targets: await statusOf(EVALUATION, { token }),
      rolloutsOfStaging: await statusOf(`${staging}/rollouts`, { token }),
      proposalForStaging: await statusOf(`${staging}/proposals`, {
        token,
        body: proposal,
      }),
      rolloutsOfProduction: await statusOf(`${production}/rollouts`, { token }),
    }).toEqual({
      targets: 200,
      rolloutsOfStaging: 200,
      proposalForStaging: 403,
      rolloutsOfProduction: 403,
    });
    const ownTarget =
      '/entities/component/default/agents-controllers/targets/sandbox.argocd.agents';
    const anothersSwitch = {
      ...proposal,
      switch: 'controlPlane.progressiveDelivery.enabled',
    };
    expect(
      await statusOf(`${ownTarget}/proposals`, { token, body: anothersSwitch }),
    ).toBe(403);
  });

  it('without a token it says who are you', async () => {
    const staging = `${EVALUATION}/sandbox.argocd.agents-staging`;
    expect(await statusOf(EVALUATION)).toBe(401);
    expect(await statusOf(`${staging}/rollouts`)).toBe(401);
    expect(await statusOf(`${staging}/proposals`, { body: proposal })).toBe(
      401,
    );
  });

  it('an owner runs the template, which opens the pull request for staging', async () => {
    const link = await runTemplate(scene.page, {
      component: 'Agents, controllers',
      target: 'agents-staging',
      why: 'Try canaries on staging',
    });
    await scene.takePicture('3-template');
    const page = await openInGitea(link);
    expect(page.url()).toMatch(/\/pulls\/1$/);
    await page.close();
    expect(await changesOf(scene.sandbox.gitea, 1)).toEqual([
      expect.objectContaining({
        filename: 'argocd/applications/agents-staging/values.yaml',
        deletions: 0,
      }),
    ]);
  });

  it('the tab of the component shows that pull request', async () => {
    tab = await openDelivery(scene.page, 'Agents, controllers');
    await eventually('the open pull request is shown', async () =>
      expect(await tab.target('agents-staging').openPullRequest(WORKLOAD)).toBe(
        'Pull request #1 turns it on',
      ),
    );
    await scene.takePicture('4-owner');
  });

  it('of an overlay whose Argo CD cannot be read, it is shown what runs', async () => {
    const { entity } = overlayComponent;
    const { targets } = await answerOf(`${entity}/targets`);
    expect(
      await answerOf(`${entity}/targets/${targets[0].id}/rollouts`),
    ).toMatchObject({
      rollouts: [{ name: 'agents' }, { name: WORKLOAD }],
      problems: [],
    });
    tab = await openDelivery(scene.page, overlayComponent.title);
    const target = tab.target(overlayComponent.target);
    await eventually('it is shown in Git and live', async () => {
      expect(await target.kinds(WORKLOAD)).toEqual({
        inGit: 'Deployment',
        live: 'Deployment',
      });
      expect(await target.running('Deployment', WORKLOAD).phase()).toBe(
        'Healthy',
      );
    });
    await scene.takePicture('5-overlay');
  });

  it('what is pushed is seen at once, because a webhook tells of it', async () => {
    const commit = async () => {
      const { targets } = await answerOf(`${overlayComponent.entity}/targets`);
      return targets[0].sources[0].commit;
    };
    expect(await commit()).toMatch(/^[0-9a-f]{40}$/);
    const deployed = await scene.sandbox.deploy({ workload: WORKLOAD });
    await eventually('the commit is seen', async () =>
      expect(await commit()).toBe(deployed.commit),
    );
  });

  it('a cluster that has no credentials but the user’s is read with those, and not without', async () => {
    const { serviceAccountToken } = await sandboxCluster(scene.sandbox);
    const ask = (path: string, headers?: Record<string, string>) =>
      answerOf(`${signInComponent.entity}/targets${path}`, headers);
    const { targets } = await ask('');
    expect(targets[0].destination.authProvider).toBe('oidc.okta');
    const rollouts = `/${targets[0].id}/rollouts`;
    expect(await ask(rollouts)).toMatchObject({
      rollouts: [],
      problems: [
        { id: 'signInMissing', parameters: { provider: 'oidc.okta' } },
      ],
    });
    expect(
      await ask(rollouts, { [signInComponent.header]: 'not-a-token' }),
    ).toMatchObject({
      rollouts: [],
      problems: expect.arrayContaining([
        expect.objectContaining({
          text: expect.stringMatching(/sign-in at oidc\.okta does not let you/),
        }),
      ]),
    });
    expect(
      await ask(rollouts, { [signInComponent.header]: serviceAccountToken }),
    ).toMatchObject({
      rollouts: expect.arrayContaining([
        expect.objectContaining({ name: WORKLOAD, kind: 'Deployment' }),
      ]),
      problems: [],
    });
  });

  it('nothing went wrong in the browser unseen', () => {
    expect(scene.pageErrors).toEqual([]);
  });
});
