import { Publication } from '../../git/stores/publishCommit';
import { HostResult } from './HostResult';

/** A pull request, as every Git host has it. */
export interface PullRequest {
  number: number;
  /** Where a person sees it. */
  url: string;
  title: string;
  body: string;
  state: 'open' | 'merged' | 'closed';
  draft: boolean;
  head: { branch: string; commit: string };
  base: { branch: string };
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; when it was merged or closed, where the host says so. */
  endedAt?: string;
  /** Who merged or closed it, where the host says so. */
  endedBy?: string;
  /** The commit that it has become on its base, where it was merged. */
  mergeCommit?: string;
}

/** A check of a commit: a status, or what a workflow has reported. */
export interface CommitCheck {
  name: string;
  state: 'pending' | 'passed' | 'failed';
  /** Where a person sees it. */
  url?: string;
}

/** How an open pull request stands, besides what is listed of it. */
export interface PullRequestReview {
  draft: boolean;
  /** Whether it contradicts its base; `unknown` while the host is finding out. */
  conflicts: 'yes' | 'no' | 'unknown';
  /** Whether its base has commits that it lacks. */
  behind: boolean;
  /** The checks of its head, the latest of each name. */
  checks: CommitCheck[];
  /** Names of those who approve of it as it is. */
  approvedBy: string[];
  /** Names of those who want it changed. */
  changesRequestedBy: string[];
  /** Names of the users and teams whose review was requested and is outstanding. */
  awaiting: string[];
}

/** What the integration's account may do in a repository. */
export interface RepositoryAccess {
  /** `unknown` where the host does not say so of that kind of account. */
  write: 'yes' | 'no' | 'unknown';
  archived: boolean;
}

/** Who asks a Git host, in words for the sentences about what it answers. */
export interface HostAccount {
  /** `Gitea` */
  product: string;
  /** `git.example.com:3000` */
  host: string;
  /** Where its credentials are configured: `integrations.gitea`. */
  integration: string;
  /** As in "the <name> may not ...": `account bot of integrations.gitea`. */
  name: string;
  /** What to do where there are none: `add a token`. */
  adding: string;
  /** What to do where they are not accepted: `replace the token or password`. */
  replacing: string;
  /** What to give the account where it may not do something. */
  needs: string;
}

/** Who is asked for a review, by the names that the Git host knows. */
export interface Reviewers {
  /** Logins. */
  people: string[];
  /** Teams, each as `organization/team`. */
  teams: string[];
}

/** What a proposal needs of a Git host. */
export interface GitHost {
  readonly account: HostAccount;

  /**
   * Pull requests onto `base` whose head is one of `branches` of the repository itself, newest first, in whatever
   * state. Those of forks are never among them: anybody may name a fork's branch like one of ours.
   */
  find(options: {
    repository: string;
    base: string;
    branches: ReadonlySet<string>;
  }): Promise<HostResult<PullRequest[]>>;

  /** Commits changed files on top of a base and lets a branch point there, if it is where it is expected to be. */
  publish(
    publication: Publication & { repository: string },
  ): Promise<HostResult<{ commit: string }>>;

  /** Opens a pull request for a branch that was just published; refused with `exists` where one is open. */
  open(options: {
    repository: string;
    base: string;
    branch: string;
    title: string;
    body: string;
    draft: boolean;
  }): Promise<HostResult<PullRequest>>;

  /**
   * Adds labels to a pull request.
   *
   * @returns the labels that it has now: a host may pass over those that its repository does not have
   */
  addLabels(options: {
    repository: string;
    number: number;
    labels: string[];
  }): Promise<HostResult<string[]>>;

  /** Asks for reviews, of all or of none. */
  requestReviews(options: {
    repository: string;
    number: number;
    reviewers: Reviewers;
  }): Promise<HostResult<undefined>>;

  /** Replaces what a pull request says; what is not given stays. */
  update(options: {
    repository: string;
    number: number;
    title?: string;
    body?: string;
  }): Promise<HostResult<PullRequest>>;

  /** Closes a pull request without merging it. Its branch stays. */
  close(options: {
    repository: string;
    number: number;
  }): Promise<HostResult<PullRequest>>;

  /** How a pull request stands that is open, in at most three requests. */
  review(options: {
    repository: string;
    pullRequest: Pick<PullRequest, 'number' | 'head' | 'base'>;
  }): Promise<HostResult<PullRequestReview>>;

  /** What the integration's account may do there. */
  access(options: {
    repository: string;
  }): Promise<HostResult<RepositoryAccess>>;
}
