import { NotAllowedError } from '@backstage/errors';
import { CHART, OVERLAY } from './__testUtils__/chartWithoutSwitch';
import {
  PreparationScene,
  PreparedChart,
} from './__testUtils__/PreparationScene';

// Git and helm are processes, and threads learn TypeScript first, which takes its time on a busy machine.
jest.setTimeout(120_000);

describe('ChartPreparations opens a pull request, with a real repository and the real helm,', () => {
  let scene: PreparationScene;

  beforeAll(async () => {
    scene = await PreparationScene.create();
  });
  beforeEach(() => scene.begin({ ...CHART, ...OVERLAY }));
  afterAll(() => scene.end());

  it('that holds what was shown, off', async () => {
    const { notes, outcome, proposal } = await scene.propose({
      description: 'Canaries at last',
    });
    expect(outcome).toBe('created');
    expect(notes).toEqual([]);
    expect(proposal).toMatchObject({
      number: 1,
      state: 'open',
      title: 'Prepare the chart web for canary releases',
      requestedBy: 'user:default/guest',
      branch: expect.stringMatching(
        /^progressive-delivery\/prepare-web-[0-9a-f]{16}$/,
      ),
    });
    const { branch } = proposal;
    expect(scene.show(branch, 'charts/web/values.yaml')).toMatch(
      /^# Pods that run\.\nreplicas: 2\nimage: nginx:1\.27\n\nprogressiveDelivery:\n[^]*enabled: false/,
    );
    expect(
      scene.show(branch, 'charts/web/templates/_progressive-delivery.tpl'),
    ).toContain('define');
    expect(
      scene.repository.git(['show', '--no-patch', '--format=%an %B', branch]),
    ).toMatch(
      /^Backstage Prepare .*\n\nRequested-by: user:default\/guest\nCo-authored-by: A Guest <guest@example.com>\nBackstage-Base: main\nBackstage-Tree: \w+/s,
    );
    const body = scene.host.bodyOf(1);
    expect(body).toContain('> Canaries at last');
    expect(body).toContain(
      'https://backstage.example.com/catalog/default/component/web/progressive-delivery/preparation/main.argocd.web',
    );
    expect(body).not.toContain('nginx');
    expect(await scene.only()).toMatchObject({ proposal });
  });

  it('of which nobody knows anything while the Git host does not answer', async () => {
    await scene.propose();
    scene.host.broken = 'find';
    const chart = await scene.only();
    expect(chart.proposal).toBeUndefined();
    expect(chart.proposalUnknown).toMatchObject({
      id: 'hostUnavailable',
      parameters: {
        repository: scene.url,
        question: { id: 'listPullRequests' },
      },
    });
  });

  it('once, and on top of what its base holds now', async () => {
    const first = await scene.propose();
    expect(await scene.propose()).toMatchObject({
      outcome: 'existing',
      proposal: { number: 1 },
    });
    const moved = scene.repository.commit({ README: 'read me\n' });
    expect(await scene.propose()).toMatchObject({
      outcome: 'updated',
      proposal: { number: 1 },
    });
    expect(
      scene.repository.git(['rev-parse', `${first.proposal.branch}^`]),
    ).toBe(moved);
  });

  it('for nothing but what was seen', async () => {
    const { chart, digest } = await scene.prepared();
    scene.repository.commit({ 'apps/web/values.yaml': 'replicas: 5\n' });
    await expect(scene.proposeSeen(chart, { digest })).rejects.toMatchObject({
      name: 'ConflictError',
      problem: { id: 'chartChanged', parameters: { chart: 'web' } },
    });
    expect(
      scene.repository.git(['branch', '--list', 'progressive-delivery/*']),
    ).toBe('');
  });

  it('never over the commits of others', async () => {
    const { proposal } = await scene.propose();
    scene.repository.commit({ README: 'theirs\n' }, proposal.branch);
    scene.host.end(1, 'closed');
    await expect(scene.propose()).rejects.toThrow(
      /has commits that Backstage did not make/,
    );
  });

  it('for no entity that may use other switches only', async () => {
    const target = { ...scene.target(), ownedSwitches: ['other.enabled'] };
    const { chart, digest, notOwned } = await scene.prepared(true, target);
    expect(notOwned).toEqual(['progressiveDelivery.enabled']);
    await expect(scene.proposeSeen(chart, { digest }, target)).rejects.toThrow(
      NotAllowedError,
    );
  });

  it('for no entity that may use the same switch of another chart only', async () => {
    scene.repository.commit({
      'apps/web/kustomization.yaml': `${OVERLAY['apps/web/kustomization.yaml']}  - name: worker
    releaseName: worker
`,
      'charts/worker/Chart.yaml': 'name: worker\nversion: 1.0.0\n',
      'charts/worker/values.yaml': 'progressiveDelivery: { enabled: false }\n',
    });
    const target = scene.target();
    const { charts } = await scene.service.list(target);
    const { id } = charts.find(({ name }) => name === 'web')!;
    const { digest, notOwned } = (await scene.service.prepare(
      target,
      id,
    )) as PreparedChart;
    expect(notOwned).toBeUndefined();
    const proposeFor = (ownedSwitch: string) =>
      scene.proposeSeen(
        { id },
        { digest },
        { ...target, ownedSwitches: [ownedSwitch] },
      );
    await expect(proposeFor('progressiveDelivery.enabled')).rejects.toThrow(
      NotAllowedError,
    );
    expect(await proposeFor('web:progressiveDelivery.enabled')).toMatchObject({
      outcome: 'created',
    });
  });

  it('for a chart in a directory that is named oddly', async () => {
    const odd = (files: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path.replace('charts/web', 'charts/we b;$(id)'),
          text,
        ]),
      );
    scene.repository.commit(odd(CHART));
    const target = scene.target({ path: 'charts/we b;$(id)' });
    const { chart, digest, files } = await scene.prepared(true, target);
    expect(files[0].path).toBe('charts/we b;$(id)/values.yaml');
    const { proposal } = await scene.proposeSeen(chart, { digest }, target);
    expect(
      scene.repository.git(['diff', '--name-only', 'main', proposal.branch]),
    ).toContain('we b;$(id)/values.yaml');
  });
});
