import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Finding,
  findingDocs,
  findingMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  nothingFound,
  ProposalScene,
  text,
  VALUES,
} from './__testUtils__/ProposalScene';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalActions, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  const show = (format: string, branch: string) =>
    scene.repository.git(['show', '--no-patch', `--format=${format}`, branch]);

  describe('update', () => {
    it('puts the same commit on top of what the base holds now', async () => {
      const { proposal } = await scene.propose();
      const { branch } = proposal;
      const message = show('%B', branch).replace(/Backstage-Tree: .*/, '');
      scene.repository.commit({ README: 'read me, too\n' });

      expect(await scene.act('update', 1)).toEqual({ outcome: 'updated' });
      expect(show('%P', branch)).toBe(scene.headOf('main'));
      expect(
        scene.repository.git(['diff', '--name-only', 'main', branch]),
      ).toBe(VALUES);
      expect(show('%B', branch).replace(/Backstage-Tree: .*/, '')).toBe(
        message,
      );
      // It is known as ours, so that it can be updated again.
      expect(await scene.act('update', 1)).toEqual({ outcome: 'upToDate' });
      const [listed] = await scene.list();
      expect(listed).toMatchObject({ number: 1, state: 'open' });
    });

    it('lets the pull request say what is found now, and why it was asked for', async () => {
      await scene.propose(true, { description: 'The canary\n\nis *wanted*' });
      const body = scene.host.bodyOf(1);
      scene.repository.commit({ README: 'read me, too\n' });
      scene.preflight = {
        ...nothingFound,
        summary: { looked: 21, found: 0, couldNotLook: 0 },
      };
      await scene.act('update', 1);
      const updated = scene.host.bodyOf(1);
      expect(updated).not.toBe(body);
      expect(updated).toContain('21');
      expect(updated).toContain('Why:\n\n> The canary\n>\n> is \\*wanted\\*\n');
      expect(updated).toContain('Requested-by: user:default/guest');
    });

    it('leaves alone what would change something else than what was previewed', async () => {
      const { proposal } = await scene.propose();
      const head = scene.headOf(proposal.branch);
      scene.repository.commit({ [VALUES]: `# changed\n${text(false)}` });
      await expect(scene.act('update', 1)).rejects.toThrow(
        /no longer what was previewed for pull request #1. Preview it again/,
      );
      expect(scene.headOf(proposal.branch)).toBe(head);
    });

    it('says that its base holds the change already', async () => {
      await scene.propose();
      scene.repository.commit({ [VALUES]: text(true) });
      await expect(scene.act('update', 1)).rejects.toThrow(
        'main already has what pull request #1 changes: close it',
      );
    });

    it('leaves it alone where preflight has found something since', async () => {
      await scene.propose();
      const found: Finding = {
        id: 'prune-last-live',
        object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
        severity: 'block',
        ...findingMessage({
          message: 'pruneLastMissing',
          parameters: {
            kind: 'Deployment',
            workload: 'web',
            replacedBy: 'Rollout',
          },
        }),
        docs: findingDocs('prune-last-live'),
      };
      scene.preflight = { ...nothingFound, findings: [found] };
      await expect(scene.act('update', 1)).rejects.toMatchObject({
        name: 'ConflictError',
        preflight: scene.preflight,
      });
    });
  });

  it('closes one, and its branch stays', async () => {
    const { proposal } = await scene.propose();
    expect(await scene.act('close', 1)).toEqual({ outcome: 'closed' });
    expect(scene.headOf(proposal.branch)).toBeDefined();
    const [listed] = await scene.list();
    expect(listed).toMatchObject({
      state: 'closed',
      journey: [{ id: 'pull-request', state: 'failed' }],
    });
  });

  describe.each(['update', 'close'] as const)('%s', action => {
    it.each<[string, (branch: string) => void]>([
      ['an amended commit', branch => scene.amend(branch)],
      [
        'a commit of others on top',
        branch => scene.repository.commit({ README: 'theirs' }, branch),
      ],
    ])('leaves a branch with %s alone', async (_, change) => {
      const { proposal } = await scene.propose();
      change(proposal.branch);
      const head = scene.headOf(proposal.branch);
      const refused = scene.act(action, 1);
      await expect(refused).rejects.toThrow(ConflictError);
      await expect(refused).rejects.toThrow(
        /has commits that Backstage did not make, so it was not changed/,
      );
      expect(scene.headOf(proposal.branch)).toBe(head);
      expect((await scene.list())[0].state).toBe('open');
    });

    it('knows none that is no longer open, of another number or of another switch', async () => {
      await scene.propose();
      await expect(scene.act(action, 2)).rejects.toThrow(NotFoundError);
      await expect(
        scene.act(action, 1, { switch: 'other.progressiveDelivery.enabled' }),
      ).rejects.toThrow(NotFoundError);
      scene.host.end(1, 'closed');
      await expect(scene.act(action, 1)).rejects.toThrow(
        /has no open pull request #1/,
      );
    });
  });
});
