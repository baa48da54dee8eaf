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
  /** ISO 8601; when it was merged or closed, where the host says so. */
  endedAt?: string;
}

/** A commit, as far as it shows whether anybody has changed it. */
export interface HostedCommit {
  message: string;
  /** Object id of the tree that it holds. */
  tree: string;
}

/**
 * What a proposal needs of a Git host. One file a host. Where the host refuses or does not answer, each rejects with a
 * ServiceUnavailableError that says who lacks which permission where, as far as the host tells.
 */
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

  /** A commit by its id or `undefined` where there is no such commit. */
  commit(options: {
    repository: string;
    commit: string;
  }): Promise<HostedCommit | undefined>;
}
