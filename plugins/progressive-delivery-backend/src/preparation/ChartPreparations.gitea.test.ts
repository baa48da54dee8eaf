import { GiteaScene } from '../proposals/gitHosts/gitea/__testUtils__/GiteaScene';
import { foundOrThrow } from '../proposals/pullRequests/foundOrThrow';
import { CHART, OVERLAY } from './__testUtils__/chartWithoutSwitch';
import {
  applicationOf,
  createPreparations,
} from './__testUtils__/createPreparations';
import { ChartPreparations } from './ChartPreparations';

// Gitea, git and helm are processes, which take their time on a busy machine.
jest.setTimeout(120_000);

const by = {
  entityRef: 'component:default/web',
  userEntityRef: 'user:default/guest',
};

describe('A chart without a switch, in a repository of a real Gitea', () => {
  let scene: GiteaScene;
  let service: ChartPreparations;

  beforeAll(async () => {
    scene = await GiteaScene.start();
    const host = scene.host();
    const files = new Map(Object.entries({ ...CHART, ...OVERLAY }));
    const published = await host.publish({
      repository: scene.repository,
      branch: 'main',
      base: { commit: scene.base },
      expectedHead: scene.base,
      files,
      added: new Set(files.keys()),
      message: () => 'Add a chart',
      author: { name: 'Somebody', email: 'somebody@example.com' },
    });
    if (published.outcome !== 'found') {
      throw new Error(JSON.stringify(published));
    }
    service = createPreparations({
      gitHostOf: () => host,
      repositories: scene.repositories,
      live: () => [],
    });
  });

  afterAll(async () => {
    await service?.close();
    await scene?.stop();
  });

  it('gets one by a pull request that leaves it off, and has it once that is merged', async () => {
    const target = applicationOf(scene.repository, { path: 'apps/web' });
    const { charts } = await service.list(target);
    expect(charts).toEqual([
      expect.objectContaining({ name: 'web', switches: [] }),
    ]);
    const [{ id }] = charts;
    const prepared = await service.prepare(target, id);
    if (prepared.state !== 'prepared') {
      throw new Error(JSON.stringify(prepared));
    }
    const { digest } = prepared;
    const { outcome, proposal } = await service.propose(
      target,
      id,
      { digest },
      by,
    );
    expect(outcome).toBe('created');

    const { branch, number } = proposal;
    const host = scene.host();
    const [open] = foundOrThrow(
      host,
      { question: 'listPullRequests', repository: scene.repository },
      await host.find({
        repository: scene.repository,
        base: 'main',
        branches: new Set([branch]),
      }),
    );
    expect(open).toMatchObject({
      number,
      state: 'open',
      title: proposal.title,
    });
    expect(open.body).toContain('The switch is off.');
    const paths = [
      'charts/web/values.yaml',
      'charts/web/templates/_progressive-delivery.tpl',
      'charts/web/templates/deployment.yaml',
    ];
    const { layout } = await scene.repositories.layOut(
      { repository: scene.repository, revision: branch },
      {
        key: 'what was prepared',
        select: async () => ({ paths, found: undefined }),
      },
    );
    expect(layout.read(paths[0]).toString('utf8')).toMatch(
      /^progressiveDelivery:\n(?: .*\n)* {2}enabled: false\n/m,
    );
    expect(prepared.files.map(({ path }) => path)).toEqual(paths);
    expect(await service.propose(target, id, { digest }, by)).toMatchObject({
      outcome: 'existing',
      proposal: { number },
    });

    await scene.merge(number, 'merge');
    scene.repositories.refresh(scene.repository);
    expect((await service.list(target)).charts).toEqual([
      expect.objectContaining({
        id,
        switches: ['progressiveDelivery.enabled'],
      }),
    ]);
  });
});
