/** A pull request, as every Git host has it. */
export interface PullRequest {
  number: number;
  /** Where a person sees it. */
  url: string;
  title: string;
  body: string;
  state: 'open' | 'merged' | 'closed';
  head: { branch: string; commit: string };
  base: { branch: string };
  /** ISO 8601. */
  createdAt: string;
}

/** A commit, as far as it says who made it. */
export interface HostedCommit {
  authorEmail: string;
  message: string;
}

/** What a proposal needs of a Git host. One file a host. */
export interface GitHost {
  /**
   * Pull requests onto `base` whose head is one of `branches`, newest first, in whatever state.
   */
  find(options: {
    repository: string;
    base: string;
    branches: ReadonlySet<string>;
  }): Promise<PullRequest[]>;

  /** Opens a pull request for a branch that was just pushed. */
  open(options: {
    repository: string;
    base: string;
    branch: string;
    title: string;
    body: string;
  }): Promise<PullRequest>;

  /** The commit at the head of a branch or `undefined` where there is no such commit. */
  commit(options: {
    repository: string;
    commit: string;
  }): Promise<HostedCommit | undefined>;
}
