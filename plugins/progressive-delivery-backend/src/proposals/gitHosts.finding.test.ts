import { OTHER_VALUES, VALUES } from './gitHosts/__testUtils__/HostScene';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

describe.each(hostScenes)('by its branch, $name finds', scene => {
  const { saysWhoClosed, start } = scene;
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  it('no pull request where there is none', async () => {
    expect(await stage.host.find(stage.search())).toEqual({
      outcome: 'found',
      value: [],
    });
  });

  it('one that is open', async () => {
    const { commit, pullRequest } = await stage.open();
    const { branch } = stage;
    const { number } = pullRequest;
    expect(await stage.find()).toEqual([
      {
        number,
        url: expect.stringMatching(
          new RegExp(`^http://127.0.0.1:.*/(pulls?|merge_requests)/${number}$`),
        ),
        title: 'Turn web on',
        body: 'Turn web on\n\nAs it was previewed.',
        state: 'open',
        draft: false,
        head: { branch, commit },
        base: { branch: 'main' },
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        endedAt: undefined,
      },
    ]);
    expect(pullRequest).toEqual((await stage.find())[0]);
  });

  it.each([
    ['merge', VALUES],
    ['squash', OTHER_VALUES],
  ] as const)(
    'one that was merged by a %s, also when its branch is deleted',
    async (how, file) => {
      const { branch } = stage;
      const { commit, pullRequest } = await stage.open({
        files: new Map([[file, 'enabled: true\n']]),
      });
      await stage.scene.merge(pullRequest.number, how);
      const { repositories } = stage.scene;
      const merged = {
        ...pullRequest,
        state: 'merged',
        head: { branch, commit },
        endedAt: expect.stringMatching(/Z$/),
        endedBy: expect.stringMatching(/^\w+$/),
        mergeCommit: await repositories.remoteHead(stage.repository, 'main'),
      };
      expect(await stage.find()).toEqual([merged]);
      await stage.scene.deleteBranch(branch);
      expect(await stage.find()).toEqual([merged]);
    },
  );

  it('one that was closed, after a later one', async () => {
    const { repository } = stage;
    const { pullRequest: first } = await stage.open();
    stage.found(await stage.host.close({ repository, number: first.number }));
    const second = stage.found(
      await stage.host.open(stage.request('Once more')),
    );
    const [latest, ended] = await stage.find();
    expect(latest).toEqual(second);
    expect(ended).toEqual({
      ...first,
      state: 'closed',
      endedAt: expect.stringMatching(/Z$/),
      endedBy: ended.endedBy,
    });
    expect(ended.endedBy !== undefined).toBe(saysWhoClosed);
  });

  it('none of another branch, or onto another base', async () => {
    await stage.open();
    expect(await stage.find({ base: 'release/1.x' })).toEqual([]);
    const branches = new Set([`${stage.branch}-other`]);
    expect(await stage.find({ branches })).toEqual([]);
  });

  it('one onto a base with a slash in its name', async () => {
    const base = 'release/1.x';
    await stage.scene.branch(base);
    await stage.publish();
    const opened = stage.found(
      await stage.host.open({ ...stage.request(), base }),
    );
    expect(opened.base).toEqual({ branch: base });
    expect(await stage.find({ base })).toEqual([opened]);
    expect(await stage.find()).toEqual([]);
  });

  it('none of a fork, whatever its branch is called', async () => {
    await stage.scene.openFromFork(stage.branch);
    expect(await stage.find()).toEqual([]);
    const { pullRequest } = await stage.open();
    expect(await stage.find()).toEqual([pullRequest]);
  });

  it('nothing that it has found before, for less, where the host has conditional requests', async () => {
    const { host, scene: there } = stage;
    expect(host.findSince !== undefined).toBe(scene.hasConditionalRequests);
    if (!host.findSince) {
      return;
    }
    const { pullRequest } = await stage.open();
    const since = async (mark: string | undefined) =>
      stage.found(await host.findSince!({ ...stage.search(), mark }));
    const first = await since(undefined);
    expect(first).toMatchObject({
      state: 'changed',
      pullRequests: [pullRequest],
    });
    const mark = first.state === 'changed' ? first.mark : undefined;
    const { asked } = there.gate;
    asked.length = 0;
    expect(await since(mark)).toEqual({ state: 'unchanged' });
    expect(asked).toHaveLength(1);
    const branch = `${stage.branch}-other`;
    await stage.publish({ branch });
    const other = stage.found(await host.open({ ...stage.request(), branch }));
    expect(await since(mark)).toMatchObject({
      state: 'changed',
      pullRequests: [other, pullRequest],
    });
  });
});
