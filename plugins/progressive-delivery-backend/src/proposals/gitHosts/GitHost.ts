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
  head: { branch: string; commit: string };
  base: { branch: string };
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; when it was merged or closed, where the host says so. */
  endedAt?: string;
}

/** A check of a commit: a status, or what a workflow has reported. */
export interface CommitCheck {
  name: string;
  state: 'pending' | 'passed' | 'failed';
  /** Where a person sees it. */
  url?: string;
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

  /**
   * Commits changed files on top of a base and lets a branch point there, if it is where it is expected to be. A push
   * rejects with the errors of `RepositoryService.publish`.
   */
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
  }): Promise<HostResult<PullRequest>>;

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

  /** The checks of a commit, the latest of each name. */
  checks(options: {
    repository: string;
    commit: string;
  }): Promise<HostResult<CommitCheck[]>>;

  /** What the integration's account may do there. */
  access(options: {
    repository: string;
  }): Promise<HostResult<RepositoryAccess>>;
}
