import {
  OTHER_SWITCH,
  ProposalScene,
  SWITCH,
  text,
  VALUES,
} from './__testUtils__/ProposalScene';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalService, asked for what was proposed before, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  const parentOf = (branch: string) =>
    scene.repository.git(['rev-parse', `${branch}^`]);

  it('brings its pull request up to date where the base has moved, and what would change has not', async () => {
    const { proposal } = await scene.propose();
    const base = scene.repository.commit({ README: 'more\n' });
    const again = await scene.propose(true, { description: 'Once more' });

    expect(again).toMatchObject({
      outcome: 'updated',
      proposal: { number: 1, state: 'open' },
      notes: [],
    });
    expect(parentOf(proposal.branch)).toBe(base);
    expect(
      scene.repository.git(['diff', '--name-only', 'main', proposal.branch]),
    ).toBe(VALUES);
    expect(scene.host.bodyOf(1)).toContain('Once more');
    expect(await scene.propose()).toMatchObject({ outcome: 'existing' });
  });

  it('says what of that did not work, once the branch is up to date', async () => {
    await scene.propose();
    scene.repository.commit({ README: 'more\n' });
    scene.host.broken = 'update';
    expect(await scene.propose()).toMatchObject({
      outcome: 'updated',
      notes: [{ id: 'descriptionNotUpdated' }],
    });
  });

  it('asks for another preview where what would change has changed', async () => {
    await scene.propose();
    const digest = scene.digestOf(true);
    scene.repository.commit({ [VALUES]: `# more\n${text(false)}` });
    await expect(scene.propose(true, { digest })).rejects.toThrow(
      'no longer what you previewed',
    );
  });

  it('leaves a branch with work of others alone, and answers with its pull request', async () => {
    const { proposal } = await scene.propose();
    const amended = scene.amend(proposal.branch);
    scene.repository.commit({ README: 'more\n' });
    expect(await scene.propose()).toMatchObject({
      outcome: 'existing',
      proposal: { number: 1, override: { state: 'unknown' } },
    });
    expect(scene.headOf(proposal.branch)).toBe(amended);
  });

  it('says who did not want the last one', async () => {
    await scene.propose();
    scene.host.endedBy = 'reviewer';
    scene.host.end(1, 'closed');
    const { notes, outcome } = await scene.propose();
    expect(outcome).toBe('created');
    expect(notes?.map(note => note.text)).toEqual([
      'Pull request #1 for the same change was closed by reviewer without being merged',
    ]);
  });

  it('says which pull request has brought about what is wished', async () => {
    await scene.propose();
    scene.host.endedBy = 'reviewer';
    scene.host.end(1, 'merged');
    await expect(scene.propose()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        new RegExp(
          `^${SWITCH} is already true in ${VALUES} at [0-9a-f]{8}, since reviewer merged pull request #1 \\(.*/1\\): there is nothing to propose$`,
        ),
      ),
      problem: { id: 'alreadySetByMergeOf' },
    });
  });

  it('says that it is as wished also where the host does not tell why', async () => {
    scene.repository.commit({ [VALUES]: text(true) });
    scene.host.broken = 'find';
    await expect(scene.propose()).rejects.toMatchObject({
      name: 'InputError',
      problem: { id: 'alreadySet', parameters: { value: 'true' } },
    });
  });

  it('gives each of two switches in one file a branch and a pull request', async () => {
    const web = await scene.propose();
    const worker = await scene.propose(true, { switch: OTHER_SWITCH });
    expect(worker).toMatchObject({
      outcome: 'created',
      proposal: { number: 2, switch: OTHER_SWITCH },
    });
    expect(worker.proposal.branch).not.toBe(web.proposal.branch);
    const onBranch = (branch: string) =>
      `${scene.repository.git(['show', `${branch}:${VALUES}`])}\n`;
    expect(onBranch(web.proposal.branch)).toBe(text(true, false));
    expect(onBranch(worker.proposal.branch)).toBe(text(false, true));
    expect((await scene.list()).map(each => each.switch)).toEqual([
      OTHER_SWITCH,
      SWITCH,
    ]);
  });

  it('says that the base is gone, whether deleted or renamed', async () => {
    const digest = scene.digestOf(true);
    scene.afterReading = async () => {
      scene.repository.git(['update-ref', '-d', 'refs/heads/main']);
    };
    await expect(scene.propose(true, { digest })).rejects.toMatchObject({
      name: 'ConflictError',
      message: `Branch main of ${scene.url}, which the pull request would be merged into, was deleted or renamed: deliver from a branch that exists`,
      problem: { id: 'baseGone' },
    });
  });

  it('begins again where the base moves while it is proposed', async () => {
    scene.afterReading = async () => {
      scene.afterReading = undefined;
      scene.repository.commit({ README: 'more\n' });
    };
    const { outcome, proposal } = await scene.propose();
    expect(outcome).toBe('created');
    expect(parentOf(proposal.branch)).toBe(scene.headOf('main'));
  });

  it('gives up where that never ends', async () => {
    let times = 0;
    scene.afterReading = async () => {
      scene.repository.commit({ README: `more ${times++}\n` });
    };
    await expect(scene.propose()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /changed again and again while .*: try again/,
      ),
      problem: { id: 'changedAgainAndAgain' },
    });
    expect(times).toBe(5);
  });

  it('finds the pull request of whoever was faster', async () => {
    scene.host.beforePublishing = async () => {
      scene.host.beforePublishing = undefined;
      // As another replica does at that moment.
      await scene.propose();
    };
    expect(await scene.propose()).toMatchObject({
      outcome: 'existing',
      proposal: { number: 1 },
    });
    expect(await scene.open()).toHaveLength(1);
  });

  it('opens one pull request for many who ask at the same time', async () => {
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => scene.propose()),
    );
    expect(new Set(responses.map(each => each.proposal.number))).toEqual(
      new Set([1]),
    );
    expect(await scene.open()).toHaveLength(1);
  });
});
