import { ServiceUnavailableError } from '@backstage/errors';
import { BareRepository } from '../../git/__testUtils__/BareRepository';
import { GitHost, HostedCommit, PullRequest } from '../gitHosts/GitHost';

/** Keeps pull requests in memory; their branches and commits are those of a real repository. */
export class FakeGitHost implements GitHost {
  /** What does not work: `answer` opens the pull request and fails to say so. */
  broken?: 'find' | 'open' | 'answer';
  private readonly pullRequests: PullRequest[] = [];

  constructor(private readonly repository: BareRepository) {}

  async find({
    base,
    branches,
  }: Parameters<GitHost['find']>[0]): Promise<PullRequest[]> {
    if (this.broken === 'find') {
      throw new ServiceUnavailableError('The Git host lists nothing');
    }
    return this.pullRequests
      .filter(
        ({ base: onto, head }) =>
          onto.branch === base && branches.has(head.branch),
      )
      .map(each => this.current(each))
      .reverse();
  }

  async open({
    base,
    body,
    branch,
    title,
  }: Parameters<GitHost['open']>[0]): Promise<PullRequest> {
    const commit = this.repository.head(branch);
    if (commit === undefined || this.broken === 'open') {
      throw new ServiceUnavailableError('The Git host opens nothing');
    }
    const number = this.pullRequests.length + 1;
    const opened: PullRequest = {
      number,
      url: `https://git.example.com/pulls/${number}`,
      title,
      body,
      state: 'open',
      head: { branch, commit },
      base: { branch: base },
      createdAt: `2026-11-0${number}T00:00:00.000Z`,
    };
    this.pullRequests.push(opened);
    if (this.broken === 'answer') {
      throw new ServiceUnavailableError('The Git host did not answer');
    }
    return opened;
  }

  async commit({
    commit,
  }: Parameters<GitHost['commit']>[0]): Promise<HostedCommit | undefined> {
    const show = (format: string) =>
      this.repository.git(['show', '--no-patch', `--format=${format}`, commit]);
    return { message: show('%B'), tree: show('%T') };
  }

  /** Ends a pull request, as a person does. */
  end(number: number, state: 'merged' | 'closed'): void {
    const index = number - 1;
    const ended = this.current(this.pullRequests[index]);
    if (state === 'merged') {
      this.repository.git([
        'update-ref',
        `refs/heads/${ended.base.branch}`,
        ended.head.commit,
      ]);
    }
    this.pullRequests[index] = {
      ...ended,
      state,
      endedAt: '2026-11-20T00:00:00.000Z',
    };
  }

  /** An open one follows its branch. */
  private current(pullRequest: PullRequest): PullRequest {
    const { head, state } = pullRequest;
    return {
      ...pullRequest,
      head: {
        ...head,
        commit:
          (state === 'open' && this.repository.head(head.branch)) ||
          head.commit,
      },
    };
  }
}
