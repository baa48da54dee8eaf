import { eventually } from '@progressive-delivery/sandbox';
import { OTHER_VALUES, VALUES } from './gitHosts/__testUtils__/HostScene';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';
import { isOwnCommit } from './branches/ownCommit';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

describe.each(hostScenes)('at $name', ({ opensWithoutCommits, start }) => {
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  describe('a proposal is published', () => {
    it('as a commit that holds just what was previewed, and is known as ours', async () => {
      const { base, repositories } = stage.scene;
      const { repository } = stage;
      const commit = await stage.publish();
      const made = await repositories.commit({ repository, commit });
      expect(isOwnCommit(made)).toBe(true);
      expect(made.tree).toBe(
        await repositories.treeWith({
          repository,
          base: { commit: base },
          files: new Map([[VALUES, 'enabled: true\n']]),
        }),
      );
      expect(await repositories.remoteHead(repository, stage.branch)).toBe(
        commit,
      );
    });

    it('with a file that the base does not have', async () => {
      const { base, repositories } = stage.scene;
      const { repository } = stage;
      const changes = {
        files: new Map([
          [VALUES, 'enabled: true\n'],
          ['apps/neu/größe.tpl', 'text\n'],
        ]),
        added: new Set(['apps/neu/größe.tpl']),
      };
      const commit = await stage.publish(changes);
      const { tree } = await repositories.commit({ repository, commit });
      expect(tree).toBe(
        await repositories.treeWith({
          repository,
          base: { commit: base },
          ...changes,
        }),
      );
    });

    it('over what an earlier one left', async () => {
      const first = await stage.publish();
      const { commit, pullRequest } = await stage.open({
        expectedHead: first,
        files: new Map([[OTHER_VALUES, 'größe: "1" # no end of line']]),
      });
      expect(commit).not.toBe(first);
      expect(pullRequest.head).toEqual({ branch: stage.branch, commit });
    });

    it('over what an open one holds, on a base that has moved, and that one stays open', async () => {
      const { commit: first, pullRequest } = await stage.open({
        files: new Map([[OTHER_VALUES, 'größe: 1\n']]),
      });
      const base = await stage.scene.commit('main');
      const commit = await stage.publish({
        base: { commit: base },
        expectedHead: first,
        files: new Map([[OTHER_VALUES, 'größe: 1\n']]),
      });
      const { repository } = stage;
      // Gitea takes a moment to see what was pushed.
      await eventually('the pull request follows', async () =>
        expect(await stage.find()).toEqual([
          { ...pullRequest, head: { branch: stage.branch, commit } },
        ]),
      );
      const { repositories } = stage.scene;
      const made = await repositories.commit({ repository, commit });
      expect(made.parents).toEqual([base]);
      const besides = `${stage.branch}-next`;
      expect(await repositories.remoteHeads(repository, [besides])).toEqual(
        new Map(),
      );
    });

    it('where the branch stands at the base, with nothing on it', async () => {
      await stage.scene.branch(stage.branch);
      const commit = await stage.publish({ expectedHead: stage.scene.base });
      const { repository } = stage;
      expect(
        isOwnCommit(
          await stage.scene.repositories.commit({ repository, commit }),
        ),
      ).toBe(true);
    });

    it.each([
      ['stands where none was expected', async () => undefined],
      ['has moved', () => stage.publish()],
    ])('never where the branch %s', async (_, expected) => {
      const expectedHead = await expected();
      const head = await stage.scene.commit(stage.branch);
      await expect(stage.publish({ expectedHead })).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          'changed by somebody else in the meantime',
        ),
      });
      expect(
        await stage.scene.repositories.remoteHead(
          stage.repository,
          stage.branch,
        ),
      ).toBe(head);
    });

    it('never where the branch is gone', async () => {
      await expect(
        stage.publish({ expectedHead: stage.scene.base }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(
        await stage.scene.repositories.remoteHead(
          stage.repository,
          stage.branch,
        ),
      ).toBeUndefined();
    });

    it('never as somebody who may only read, who is told so', async () => {
      await expect(
        stage.publish({}, stage.scene.host('reader')),
      ).rejects.toThrow(/is not allowed to .*: give it .*(write|Developer)/);
      expect(
        await stage.scene.repositories.remoteHead(
          stage.repository,
          stage.branch,
        ),
      ).toBeUndefined();
    });
  });

  describe('a pull request is opened', () => {
    it('no second time for the same branch', async () => {
      const { pullRequest } = await stage.open();
      expect(await stage.host.open(stage.request())).toMatchObject({
        outcome: 'refused',
        because: 'exists',
      });
      expect(await stage.find()).toEqual([pullRequest]);
    });

    it('never for a branch that does not exist', async () => {
      expect(await stage.host.open(stage.request())).toMatchObject({
        outcome: 'refused',
        because: 'branchMissing',
      });
    });

    it('never for a branch without commits of its own, unless the host does', async () => {
      await stage.scene.branch(stage.branch);
      expect(await stage.host.open(stage.request())).toMatchObject(
        opensWithoutCommits
          ? { outcome: 'found' }
          : { outcome: 'refused', because: 'noCommits' },
      );
    });
  });

  it('a proposal takes no more than four requests of its API', async () => {
    const { asked } = stage.scene.gate;
    asked.length = 0;
    await stage.find();
    await stage.open();
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it('what a pull request says is changed, and nothing else of it', async () => {
    const { repository } = stage;
    const { pullRequest } = await stage.open();
    const { number } = pullRequest;
    stage.found(
      await stage.host.update({ repository, number, title: 'Turn it on' }),
    );
    expect(await stage.find()).toEqual([
      { ...pullRequest, title: 'Turn it on' },
    ]);
    const body = 'Größer\n\n- 1';
    stage.found(await stage.host.update({ repository, number, body }));
    expect(await stage.find()).toEqual([
      { ...pullRequest, title: 'Turn it on', body },
    ]);
  });

  it('a pull request is closed, and its branch stays', async () => {
    const { repository } = stage;
    const { commit, pullRequest } = await stage.open();
    const { number } = pullRequest;
    expect(
      stage.found(await stage.host.close({ repository, number })),
    ).toMatchObject({ number, state: 'closed' });
    expect(
      await stage.scene.repositories.remoteHead(repository, stage.branch),
    ).toBe(commit);
    expect(
      await stage.host.close({ repository, number: 999_999 }),
    ).toMatchObject({ outcome: 'notFound' });
  });

  it('what the account may do is told, as far as the host does', async () => {
    const { host, repository, scene } = stage;
    const access = async () => stage.found(await host.access({ repository }));
    expect(await access()).toEqual({
      archived: false,
      write: expect.stringMatching(/^(yes|unknown)$/),
    });
    await scene.archive(true);
    try {
      expect(await access()).toMatchObject({ archived: true });
      expect(await host.open(stage.request())).toMatchObject({
        outcome: 'refused',
        because: 'archived',
      });
    } finally {
      await scene.archive(false);
    }
  });
});
