import { HostedGit } from '@progressive-delivery/git-server';
import { HostedPullRequest, HostedReview } from './HostedPullRequest';

export interface CommitStatus {
  context: string;
  state: 'PENDING' | 'SUCCESS' | 'FAILURE' | 'ERROR';
  url: string;
}

/** Why a pull request cannot be opened, as GitHub says it. */
export type OpeningProblem =
  | { field: 'head' | 'base'; code: 'invalid' }
  | { code: 'custom'; message: string };

/** A repository with its pull requests, whose state follows what is pushed. */
export class HostedRepository {
  archived = false;
  /** Who may review. */
  readonly collaborators = new Set(['reviewer', 'colleague']);
  /** Slugs of its organization's teams. */
  readonly teams = new Set(['delivery']);
  readonly createdAt = new Date().toISOString();
  /** By commit; the latest of a context is the last. */
  readonly statuses = new Map<string, CommitStatus[]>();
  private readonly pullRequests: HostedPullRequest[] = [];

  constructor(
    readonly id: number,
    readonly owner: string,
    readonly name: string,
    readonly git: HostedGit,
    readonly parent?: HostedRepository,
  ) {}

  get nameWithOwner(): string {
    return `${this.owner}/${this.name}`;
  }

  /** All, as they are now. */
  current(): HostedPullRequest[] {
    this.pullRequests.forEach(each => this.follow(each));
    return this.pullRequests;
  }

  find(number: number): HostedPullRequest | undefined {
    return this.current().find(each => each.number === number);
  }

  open(
    head: { repository: HostedRepository; branch: string },
    request: {
      base: string;
      title: string;
      body: string | null;
      draft?: boolean;
    },
    author: string,
  ): HostedPullRequest | OpeningProblem {
    const commit = head.repository.git.head(`refs/heads/${head.branch}`);
    if (!commit) {
      return { field: 'head', code: 'invalid' };
    }
    const base = this.git.head(`refs/heads/${request.base}`);
    if (!base) {
      return { field: 'base', code: 'invalid' };
    }
    const label = `${head.repository.owner}:${head.branch}`;
    const isOpen = this.current().some(
      each =>
        each.state === 'open' &&
        each.head.repository === head.repository &&
        each.head.branch === head.branch &&
        each.base.branch === request.base,
    );
    if (isOpen) {
      const message = `A pull request already exists for ${label}.`;
      return { code: 'custom', message };
    }
    if (head.repository === this && this.git.holds(base, commit)) {
      const message = `No commits between ${request.base} and ${head.branch}`;
      return { code: 'custom', message };
    }
    const now = new Date().toISOString();
    const opened: HostedPullRequest = {
      number: this.pullRequests.length + 1,
      author,
      title: request.title,
      body: request.body,
      state: 'open',
      draft: request.draft ?? false,
      labels: [],
      head: { ...head, commit },
      base: { branch: request.base, commit: base },
      createdAt: now,
      updatedAt: now,
      reviewers: [],
      teams: [],
      reviews: [],
    };
    this.pullRequests.push(opened);
    return opened;
  }

  /** Merges as the button of the page does. */
  merge(number: number, how: 'merge' | 'squash', by: string): void {
    const pullRequest = this.openOne(number);
    const { base, head, title } = pullRequest;
    const commit = this.git.merge(base.branch, {
      commit: head.commit,
      how,
      message: `${title} (#${number})`,
      author: { name: by, email: `${by}@example.com` },
    });
    const now = new Date().toISOString();
    Object.assign(pullRequest, {
      state: 'merged',
      merged: { by, commit },
      updatedAt: now,
      endedAt: now,
      endedBy: by,
    });
  }

  /** Renames the default branch; the pull requests that are open onto it go along. */
  renameDefaultBranch(name: string): void {
    const { defaultBranch } = this.git;
    this.git.renameDefaultBranch(name);
    for (const { base, state } of this.current()) {
      if (state === 'open' && base.branch === defaultBranch) {
        base.branch = name;
      }
    }
  }

  /** Asks somebody for a review, as the author does on the page. */
  requestReview(number: number, of: string): void {
    this.openOne(number).reviewers.push(of);
  }

  review(number: number, review: HostedReview): void {
    const pullRequest = this.openOne(number);
    pullRequest.reviewers = pullRequest.reviewers.filter(
      each => each !== review.by,
    );
    pullRequest.reviews = [
      ...pullRequest.reviews.filter(({ by }) => by !== review.by),
      review,
    ];
  }

  /** Whether a pull request can be merged, and how many commits of its base it lacks. */
  comparison({ base, head }: HostedPullRequest): {
    conflicts: boolean;
    behindBy: number;
  } {
    const onto = this.git.head(`refs/heads/${base.branch}`) ?? base.commit;
    return {
      conflicts: this.git.mergedTree(onto, head.commit) === undefined,
      behindBy: this.git.countWithout(onto, head.commit),
    };
  }

  report(commit: string, status: CommitStatus): void {
    const others = (this.statuses.get(commit) ?? []).filter(
      each => each.context !== status.context,
    );
    this.statuses.set(commit, [...others, status]);
  }

  private openOne(number: number): HostedPullRequest {
    const pullRequest = this.find(number);
    if (pullRequest?.state !== 'open') {
      throw new Error(`Pull request ${number} is not open`);
    }
    return pullRequest;
  }

  /** One whose branch was moved to where its base is has nothing more to merge, and is closed for good. */
  closeEmptied(ref: string): void {
    for (const pullRequest of this.current()) {
      const { base, head, state } = pullRequest;
      if (
        state === 'open' &&
        `refs/heads/${head.branch}` === ref &&
        head.repository.git.head(ref) ===
          this.git.head(`refs/heads/${base.branch}`)
      ) {
        pullRequest.state = 'closed';
        pullRequest.endedAt = new Date().toISOString();
      }
    }
  }

  /** An open one follows its branch, and is closed with it. */
  private follow(pullRequest: HostedPullRequest): void {
    if (pullRequest.state !== 'open') {
      return;
    }
    const { branch, repository } = pullRequest.head;
    const commit = repository.git.head(`refs/heads/${branch}`);
    if (commit) {
      if (commit !== pullRequest.head.commit) {
        pullRequest.head.commit = commit;
        pullRequest.updatedAt = new Date().toISOString();
      }
      return;
    }
    pullRequest.state = 'closed';
    pullRequest.endedAt = new Date().toISOString();
  }
}
