import { BareRepository } from '../../git/__testUtils__/BareRepository';
import { RepositoryService } from '../../git/RepositoryService';
import { unavailable } from '../gitHosts/askHost';
import {
  GitHost,
  HostAccount,
  PullRequest,
  PullRequestReview,
  Reviewers,
} from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';
import { publishByPush } from '../gitHosts/publishByPush';

const BROKEN = unavailable({
  id: 'other',
  parameters: { message: 'did not answer' },
});

/** Keeps pull requests in memory; their branches and commits are those of a real repository. */
export class FakeGitHost
  implements
    Pick<
      GitHost,
      | 'account'
      | 'find'
      | 'publish'
      | 'open'
      | 'update'
      | 'review'
      | 'close'
      | 'addLabels'
      | 'requestReviews'
    >
{
  readonly account: HostAccount = {
    product: 'Git',
    host: 'git.example.com',
    integration: 'integrations.git',
    name: { id: 'account', parameters: { integration: 'integrations.git' } },
    adding: { id: 'addToken', parameters: {} },
    replacing: { id: 'replaceToken', parameters: {} },
    needs: { id: 'writeAccess', parameters: {} },
  };
  /** What does not work: `answer` opens the pull request and fails to say so. */
  broken?: 'find' | 'open' | 'answer' | 'labels' | 'update';
  /** Who ends pull requests. */
  endedBy?: string;
  /** What somebody else does just before a commit is published. */
  beforePublishing?: () => Promise<void>;
  /** Labels that the repository has. */
  readonly knownLabels = new Set(['canary']);
  /** Of whom reviews were asked for. */
  readonly requested: Reviewers[] = [];
  private readonly pullRequests: PullRequest[] = [];

  constructor(
    private readonly repository: BareRepository,
    private readonly repositories: Pick<RepositoryService, 'publish'>,
  ) {}

  async find({
    base,
    branches,
  }: Parameters<GitHost['find']>[0]): Promise<HostResult<PullRequest[]>> {
    if (this.broken === 'find') {
      return BROKEN;
    }
    const value = this.pullRequests
      .filter(
        ({ base: onto, head }) =>
          onto.branch === base && branches.has(head.branch),
      )
      .map(each => this.current(each))
      .reverse();
    return { outcome: 'found', value };
  }

  async publish(publication: Parameters<GitHost['publish']>[0]) {
    await this.beforePublishing?.();
    return publishByPush(this.repositories, publication);
  }

  async update({
    body,
    number,
  }: Parameters<GitHost['update']>[0]): Promise<HostResult<PullRequest>> {
    if (this.broken === 'update') {
      return BROKEN;
    }
    const value = this.current(this.pullRequests[number - 1]);
    value.body = body ?? value.body;
    this.pullRequests[number - 1] = value;
    return { outcome: 'found', value };
  }

  async open({
    base,
    body,
    branch,
    draft,
    title,
  }: Parameters<GitHost['open']>[0]): Promise<HostResult<PullRequest>> {
    const commit = this.repository.head(branch);
    if (commit === undefined || this.broken === 'open') {
      return BROKEN;
    }
    const isOpen = this.pullRequests.some(
      each =>
        each.head.branch === branch &&
        each.base.branch === base &&
        this.current(each).state === 'open',
    );
    if (isOpen) {
      return { outcome: 'refused', because: 'exists' };
    }
    const number = this.pullRequests.length + 1;
    const opened: PullRequest = {
      number,
      url: `https://git.example.com/pulls/${number}`,
      title,
      body,
      state: 'open',
      draft,
      head: { branch, commit },
      base: { branch: base },
      createdAt: `2026-11-0${number}T00:00:00.000Z`,
    };
    this.pullRequests.push(opened);
    if (this.broken === 'answer') {
      return BROKEN;
    }
    return { outcome: 'found', value: opened };
  }

  async addLabels({
    labels,
  }: Parameters<GitHost['addLabels']>[0]): Promise<HostResult<string[]>> {
    return this.broken === 'labels'
      ? BROKEN
      : {
          outcome: 'found',
          value: labels.filter(each => this.knownLabels.has(each)),
        };
  }

  async requestReviews({
    reviewers,
  }: Parameters<GitHost['requestReviews']>[0]): Promise<HostResult<undefined>> {
    if (reviewers.people.includes('nobody')) {
      throw new Error('a fault of ours');
    }
    this.requested.push(reviewers);
    return { outcome: 'found', value: undefined };
  }

  async review(): Promise<HostResult<PullRequestReview>> {
    return {
      outcome: 'found',
      value: {
        draft: false,
        conflicts: 'no',
        behind: false,
        checks: [{ name: 'render', state: 'pending' }],
        approvedBy: [],
        changesRequestedBy: [],
        awaiting: [],
      },
    };
  }

  async close({
    number,
  }: Parameters<GitHost['close']>[0]): Promise<HostResult<PullRequest>> {
    this.end(number, 'closed');
    return { outcome: 'found', value: this.pullRequests[number - 1] };
  }

  /** Ends a pull request, as a person does; what is squashed is up to the test to commit. */
  end(number: number, how: 'merged' | 'squashed' | 'closed'): void {
    const index = number - 1;
    const ended = this.current(this.pullRequests[index]);
    if (how === 'merged') {
      this.repository.git([
        'update-ref',
        `refs/heads/${ended.base.branch}`,
        ended.head.commit,
      ]);
    }
    this.pullRequests[index] = {
      ...ended,
      state: how === 'closed' ? 'closed' : 'merged',
      endedAt: '2026-11-20T00:00:00.000Z',
      endedBy: this.endedBy,
    };
  }

  bodyOf(number: number): string {
    return this.pullRequests[number - 1].body;
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
