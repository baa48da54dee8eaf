import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ProposalScene,
  SWITCH,
  text,
  VALUES,
} from './__testUtils__/ProposalScene';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalService, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  it('commits exactly what was previewed, and opens a pull request for it', async () => {
    const main = scene.headOf('main');
    const { outcome, proposal } = await scene.propose();
    expect(outcome).toBe('created');
    expect(proposal).toMatchObject({
      number: 1,
      state: 'open',
      switch: SWITCH,
      enabled: true,
      requestedBy: 'user:default/guest',
    });
    expect(proposal.journey.map(({ id, state }) => [id, state])).toEqual([
      ['pull-request', 'done'],
      ['merged', 'current'],
      ['synced', 'waiting'],
      ['kind-changed', 'waiting'],
      ['healthy', 'waiting'],
      ['serving', 'waiting'],
    ]);
    expect(scene.headOf('main')).toBe(main);
    expect(
      scene.repository.git(['diff', '--name-only', 'main', proposal.branch]),
    ).toBe(VALUES);
    expect(
      `${scene.repository.git(['show', `${proposal.branch}:${VALUES}`])}\n`,
    ).toBe(text(true));
    expect(
      scene.repository.git([
        'show',
        '--no-patch',
        '--format=%an %B',
        proposal.branch,
      ]),
    ).toMatch(
      /^Backstage Turn .*\n\nRequested-by: user:default\/guest\nCo-authored-by: A Guest <guest@example.com>\nBackstage-Base: main\nBackstage-Preview: .+ p\nBackstage-Tree: \w+/s,
    );
  });

  it('tells which of its pull requests are open, and in which file', async () => {
    expect(await scene.open()).toEqual([]);
    const { proposal } = await scene.propose();
    expect(await scene.open()).toEqual([
      {
        number: proposal.number,
        url: proposal.url,
        switch: SWITCH,
        enabled: true,
        repository: scene.url,
        file: VALUES,
      },
    ]);
  });

  it('finds the pull request that is open for the same change', async () => {
    const { proposal } = await scene.propose();
    const head = scene.headOf(proposal.branch);
    const again = await scene.propose();
    expect(again).toEqual({
      outcome: 'existing',
      proposal: expect.objectContaining({ number: 1 }),
      notes: [],
    });
    expect(scene.headOf(proposal.branch)).toBe(head);
  });

  it('opens nothing while the opposite is open', async () => {
    await scene.propose();
    scene.repository.commit({ [VALUES]: text(true) });
    await expect(scene.propose(false)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /^Pull request #1 is open and sets .* to true: merge or close it first/,
      ),
      problem: {
        id: 'oppositeOpen',
        parameters: { number: 1, url: 'https://git.example.com/pulls/1' },
      },
    });
  });

  it('commits nothing but what the person saw', async () => {
    await expect(scene.propose(true, { digest: 'older' })).rejects.toThrow(
      ConflictError,
    );
    await expect(scene.propose(true, { profile: 'other' })).rejects.toThrow(
      ConflictError,
    );
    await expect(scene.propose(false)).rejects.toThrow(InputError);
    expect(
      scene.repository.git(['branch', '--list', 'progressive-delivery/*']),
    ).toBe('');
  });

  describe('with labels and reviewers', () => {
    it('labels what it has opened, and asks for reviews', async () => {
      scene.labels = ['canary'];
      scene.reviewers = ['ada'];
      expect(await scene.propose()).toMatchObject({ notes: [] });
      expect(scene.host.requested).toEqual([{ people: ['ada'], teams: [] }]);
    });

    it('opens a draft where the request or the configuration asks for one', async () => {
      const asked = await scene.propose(true, { draft: true });
      expect(asked.proposal.draft).toBe(true);
      scene.host.end(1, 'closed');
      scene.draft = true;
      expect((await scene.propose()).proposal.draft).toBe(true);
      scene.host.end(2, 'closed');
      const ready = await scene.propose(true, { draft: false });
      expect(ready.proposal.draft).toBe(false);
    });

    it('calls the pull request and its commit what the requester calls it', async () => {
      const { proposal } = await scene.propose(true, {
        title: 'Turn it on [skip ci], fixes #3',
      });
      // Nothing of it does anything.
      expect(proposal.title).toBe(
        'Turn it on [\u200bskip ci], f\u200bixes #\u200b3',
      );
      expect(
        scene.repository.git([
          'show',
          '--no-patch',
          '--format=%s',
          proposal.branch,
        ]),
      ).toBe(proposal.title);
    });

    it('has opened it whatever fails afterwards, and says what did', async () => {
      scene.labels = ['canary', 'safe'];
      const { notes } = await scene.propose();
      expect(notes).toEqual([
        expect.objectContaining({
          id: 'labelsUnknown',
          parameters: { labels: ['safe'] },
        }),
      ]);
      scene.host.end(1, 'closed');
      scene.host.broken = 'labels';
      scene.reviewers = ['nobody'];
      const again = await scene.propose();
      expect(again.outcome).toBe('created');
      expect(again.notes?.map(({ text: said }) => said)).toEqual([
        'Pull request #1 for the same change was closed without being merged',
        expect.stringMatching(
          /^Labels could not be added \(canary, safe\): Git at git.example.com did not answer when asked to add labels in /,
        ),
        'Reviews could not be requested (nobody): a fault of ours',
      ]);
      expect(again.notes?.map(({ parameters }) => parameters)).toEqual([
        { number: 1 },
        {
          labels: scene.labels,
          message: expect.objectContaining({
            id: 'hostUnavailable',
            parameters: expect.objectContaining({
              question: { id: 'addLabels', parameters: {}, text: 'add labels' },
              repository: scene.url,
            }),
          }),
        },
        {
          reviewers: ['nobody'],
          message: {
            id: 'other',
            parameters: { message: 'a fault of ours' },
            text: 'a fault of ours',
          },
        },
      ]);
    });
  });

  describe('when the Git host fails', () => {
    it('finds the pull request that was opened without an answer', async () => {
      scene.host.broken = 'answer';
      await expect(scene.propose()).resolves.toMatchObject({
        outcome: 'created',
        proposal: { number: 1, state: 'open' },
      });
    });

    it('has opened the pull request whatever cannot be read afterwards', async () => {
      scene.clusterError = new ServiceUnavailableError('No cluster');
      await expect(scene.propose()).resolves.toMatchObject({
        outcome: 'created',
      });
    });

    it('pushes nothing where it cannot look for pull requests', async () => {
      scene.host.broken = 'find';
      await expect(scene.propose()).rejects.toThrow(
        `Git at git.example.com did not answer when asked to list pull requests in ${scene.url}`,
      );
      expect(
        scene.repository.git(['branch', '--list', 'progressive-delivery/*']),
      ).toBe('');
    });
  });

  describe('lists', () => {
    it('the newest first, each with its journey', async () => {
      await scene.propose();
      scene.host.end(1, 'merged');
      await scene.propose(false);

      const [off, on] = await scene.list();
      expect(off).toMatchObject({ number: 2, enabled: false, state: 'open' });
      expect(on).toMatchObject({ number: 1, enabled: true, state: 'merged' });
      expect(on.journey.find(({ state }) => state !== 'done')).toMatchObject({
        id: 'synced',
        state: 'failed',
        reason: { id: 'nothingServes' },
      });
    });

    it('nothing after the merge of one that a later one took over from', async () => {
      await scene.propose();
      scene.host.end(1, 'merged');
      await scene.propose(false);
      scene.host.end(2, 'merged');

      const [, on] = await scene.list();
      expect(on.journey.map(({ id }) => id)).toEqual([
        'pull-request',
        'merged',
      ]);
    });

    it('what runs as unknown where the cluster cannot be read', async () => {
      await scene.propose();
      scene.host.end(1, 'merged');
      scene.clusterError = new ServiceUnavailableError(
        'Cluster main did not answer',
      );
      const [on] = await scene.list();
      expect(on.journey[2]).toMatchObject({
        id: 'synced',
        state: 'unknown',
        reason: {
          id: 'clusterUnknown',
          parameters: {},
        },
        problem: { text: 'Cluster main did not answer' },
      });
    });
  });
});
