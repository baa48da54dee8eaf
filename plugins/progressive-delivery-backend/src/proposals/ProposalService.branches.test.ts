import { ConflictError } from '@backstage/errors';
import { ProposalScene, text, VALUES } from './__testUtils__/ProposalScene';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalService, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  describe('on a branch of an earlier proposal', () => {
    it.each(['closed', 'merged'] as const)(
      'commits over what it left there when it was %s',
      async state => {
        const { proposal } = await scene.propose();
        const left = scene.headOf(proposal.branch);
        scene.host.end(1, state);
        scene.repository.commit({ [VALUES]: text(false), README: 'more\n' });

        await expect(scene.propose()).resolves.toMatchObject({
          outcome: 'created',
          proposal: { number: 2 },
        });
        expect(scene.headOf(proposal.branch)).not.toBe(left);
      },
    );

    it('commits over what is left of one that was never opened', async () => {
      scene.host.broken = 'open';
      await expect(scene.propose()).rejects.toThrow(
        `Git at git.example.com did not answer when asked to open a pull request in ${scene.url}`,
      );
      scene.host.broken = undefined;
      await expect(scene.propose()).resolves.toMatchObject({
        outcome: 'created',
      });
    });

    it.each(['open', 'closed'] as const)(
      'never pushes away what a reviewer amended, with a pull request that was %s before',
      async state => {
        const { proposal } = await scene.propose();
        const amended = scene.amend(proposal.branch);
        scene.host.end(1, 'closed');
        if (state === 'open') {
          // As if the host no longer had it.
          scene.forgetPullRequests();
        }

        await expect(scene.propose()).rejects.toMatchObject({
          name: 'ConflictError',
          message: `Branch ${proposal.branch} of ${
            scene.url
          } has commits that Backstage did not make (${amended.slice(
            0,
            8,
          )}), so it was not changed. Merge or delete that branch first.`,
          problem: { id: 'branchOfOthers' },
        });
        expect(scene.headOf(proposal.branch)).toBe(amended);
      },
    );

    it('never pushes away a commit on top of ours', async () => {
      const { proposal } = await scene.propose();
      scene.host.end(1, 'closed');
      const theirs = scene.repository.commit(
        { README: 'theirs\n' },
        proposal.branch,
      );
      await expect(scene.propose()).rejects.toThrow(ConflictError);
      expect(scene.headOf(proposal.branch)).toBe(theirs);
    });

    it('goes on from what was squashed, which is not on the base', async () => {
      await scene.propose();
      scene.repository.commit({ [VALUES]: text(true) });
      scene.host.end(1, 'squashed');
      await expect(scene.propose()).rejects.toThrow('#1 was merged');
      scene.repository.commit({ [VALUES]: text(false) });
      await expect(scene.propose()).resolves.toMatchObject({
        outcome: 'created',
        proposal: { number: 2 },
      });
    });

    it('goes on from what was merged, whoever has amended it', async () => {
      const { proposal } = await scene.propose();
      scene.amend(proposal.branch);
      scene.host.end(1, 'merged');
      scene.repository.commit({ [VALUES]: text(false) });
      await expect(scene.propose()).resolves.toMatchObject({
        outcome: 'created',
      });
    });
  });
});
