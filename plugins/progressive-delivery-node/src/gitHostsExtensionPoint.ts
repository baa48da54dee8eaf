import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AccountName,
  ContentOf,
  CredentialsRemedy,
  HostFault,
  NeededAccess,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * Why a Git host does not do what it is asked, although it understood.
 *
 * @public
 */
export type Refusal =
  /** The branch holds nothing that its base lacks. */
  | 'noCommits'
  | 'branchMissing'
  /** A pull request for that branch is open. */
  | 'exists'
  /** The branch is not where it was expected to be. */
  | 'branchMoved'
  | 'archived'
  /** A rule, a hook or a branch protection of the repository does not permit it. */
  | 'rule'
  /** The repository takes signed commits only, and this one would not be. */
  | 'unsigned'
  /** The repository has no drafts. */
  | 'noDrafts'
  /** Reviews are asked for of people only. */
  | 'noTeams'
  /** Not all of those people can be asked for a review. */
  | 'noReviewers'
  | 'other';

/**
 * What went wrong between us and a Git host. `said` is what the host said about it, safe to be shown.
 *
 * @public
 */
export type HostFailure =
  | { outcome: 'unauthorized'; because: 'rejected' | 'missing'; said?: string }
  /** `needs` names the permission, where the host does. */
  | { outcome: 'forbidden'; needs?: ContentOf<NeededAccess>; said?: string }
  | { outcome: 'notFound'; said?: string }
  /** `until` is ISO 8601. */
  | { outcome: 'rateLimited'; until: string; said?: string }
  | HostUnavailable
  | { outcome: 'refused'; because: Refusal; said?: string };

/**
 * It could not be asked, or does not answer as it should.
 *
 * @public
 */
export type HostUnavailable = {
  outcome: 'unavailable';
  /**
   * As in `{ id: 'timedOut', parameters: { seconds: 20 } }`; as `other`, a message that continues "Gitea at
   * git.example.com".
   */
  because: ContentOf<HostFault>;
  said?: string;
};

/**
 * What a Git host answers. Nothing that it does or fails to do is an exception.
 *
 * @public
 */
export type HostResult<T> = { outcome: 'found'; value: T } | HostFailure;

/**
 * A pull request, as every Git host has it.
 *
 * @public
 */
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

/**
 * A check of a commit: a status, or what a workflow has reported.
 *
 * @public
 */
export interface CommitCheck {
  name: string;
  state: 'pending' | 'passed' | 'failed';
  /** Where a person sees it. */
  url?: string;
}

/**
 * How an open pull request stands, besides what is listed of it.
 *
 * @public
 */
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

/**
 * What the integration's account may do in a repository.
 *
 * @public
 */
export interface RepositoryAccess {
  /** `unknown` where the host does not say so of that kind of account. */
  write: 'yes' | 'no' | 'unknown';
  archived: boolean;
}

/**
 * Who asks a Git host, for the sentences about what it answers. What has an id is said in the user's language; as
 * `other`, it is said as it is.
 *
 * @public
 */
export interface HostAccount {
  /** `Gitea` */
  product: string;
  /** `git.example.com:3000` */
  host: string;
  /** Where its credentials are configured: `integrations.gitea`. */
  integration: string;
  /** As `other`, a name as in "The account of forge is not allowed to ...". */
  name: ContentOf<AccountName>;
  /** What to do where there are none; as `other`, a message like "add a token". */
  adding: ContentOf<CredentialsRemedy>;
  /** What to do where they are not accepted; as `other`, a message like "replace the token". */
  replacing: ContentOf<CredentialsRemedy>;
  /** What to give the account where it may not do something; as `other`, a message like "write access to the repository". */
  needs: ContentOf<NeededAccess>;
}

/**
 * Who is asked for a review, by the names that the Git host knows.
 *
 * @public
 */
export interface Reviewers {
  /** Logins. */
  people: string[];
  /** Teams, each as `organization/team`. */
  teams: string[];
}

/**
 * What a proposal needs of a Git host besides a push.
 *
 * @public
 */
export interface PullRequestHost {
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

/**
 * Where modules of the progressive-delivery backend add Git hosts.
 *
 * @public
 */
export interface ProgressiveDeliveryGitHostsExtensionPoint {
  /**
   * Adds a Git host, which is asked before those that the backend knows itself. Reading its repositories and pushing to
   * them takes an integration that is configured for it (`integrations`), of whatever type.
   *
   * @param hostOf - gives the host of a repository; `undefined` where it is none of its
   */
  addHost(hostOf: (repository: string) => PullRequestHost | undefined): void;
}

/**
 * Lets a module of the progressive-delivery backend add Git hosts at which pull requests are opened.
 *
 * @public
 */
export const progressiveDeliveryGitHostsExtensionPoint =
  createExtensionPoint<ProgressiveDeliveryGitHostsExtensionPoint>({
    id: 'progressive-delivery.git-hosts',
  });
