import { eventually } from '@progressive-delivery/sandbox';
import { VALUES } from './gitHosts/__testUtils__/HostScene';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';
import { PullRequest, PullRequestReview } from './gitHosts/GitHost';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

describe.each(hostScenes)('of an open pull request, $name tells', scene => {
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(scene.start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  const review = async (
    pullRequest: Pick<PullRequest, 'number' | 'head' | 'base'>,
  ): Promise<PullRequestReview> => {
    const { host, repository } = stage;
    return stage.found(await host.review({ repository, pullRequest }));
  };

  it('that nothing keeps it from being merged', async () => {
    const { pullRequest } = await stage.open();
    const { asked } = stage.scene.gate;
    asked.length = 0;
    expect(await review(pullRequest)).toMatchObject({
      draft: false,
      conflicts: 'no',
      checks: [],
      approvedBy: [],
      changesRequestedBy: [],
      awaiting: [],
    });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('what its checks say, the latest of each', async () => {
    const { commit, pullRequest } = await stage.open();
    await stage.scene.report(commit, 'lint', 'pending');
    await stage.scene.report(commit, 'render', 'failed');
    await stage.scene.report(commit, 'scan', 'pending');
    await stage.scene.report(commit, 'lint', 'passed');
    const { checks } = await review(pullRequest);
    expect(checks.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'lint', state: 'passed', url: 'https://ci.example.com/lint' },
      { name: 'render', state: 'failed', url: 'https://ci.example.com/render' },
      { name: 'scan', state: 'pending', url: 'https://ci.example.com/scan' },
    ]);
  });

  it('who has to review it, and what they say', async () => {
    const { pullRequest } = await stage.open();
    const { number } = pullRequest;
    const reviewer = await stage.scene.requestReview(number);
    expect(await review(pullRequest)).toMatchObject({
      awaiting: [reviewer],
      approvedBy: [],
    });
    await stage.scene.review(number, 'changesRequested');
    expect(await review(pullRequest)).toMatchObject({
      awaiting: [],
      approvedBy: [],
      changesRequestedBy: [reviewer],
    });
    await stage.scene.review(number, 'approved');
    expect(await review(pullRequest)).toMatchObject({
      awaiting: [],
      approvedBy: [reviewer],
      changesRequestedBy: [],
    });
  });

  it('that its base has moved, and that it contradicts it now', async () => {
    const base = `release/${stage.branch.split('-').at(-1)}`;
    await stage.scene.branch(base);
    const onto = async (branch: string, text: string) => {
      await stage.publish({ branch, files: new Map([[VALUES, text]]) });
      return stage.found(
        await stage.host.open({ ...stage.request(), base, branch }),
      );
    };
    const other = await onto(`${stage.branch}-other`, 'enabled: 1\n');
    const pullRequest = await onto(stage.branch, 'enabled: 2\n');
    expect(await review(pullRequest)).toMatchObject({
      behind: false,
      conflicts: 'no',
    });
    await stage.scene.merge(other.number, 'merge');
    const after = await eventually(
      'the host has looked for conflicts',
      async () => {
        const told = await review(pullRequest);
        expect(told.conflicts).toBe('yes');
        return told;
      },
      { seconds: 30 },
    );
    expect(after.behind).toBe(true);
  });

  it('nothing of one that there is not', async () => {
    const { host, repository } = stage;
    const head = { branch: stage.branch, commit: stage.scene.base };
    expect(
      await host.review({
        repository,
        pullRequest: { number: 999_999, head, base: { branch: 'main' } },
      }),
    ).toMatchObject({ outcome: 'notFound' });
  });
});
