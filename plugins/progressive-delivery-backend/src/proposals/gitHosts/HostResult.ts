/** Why a Git host does not do what it is asked, although it understood. */
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

/** What went wrong between us and a Git host. `said` is what the host said about it, safe to be shown. */
export type HostFailure =
  | { outcome: 'unauthorized'; because: 'rejected' | 'missing'; said?: string }
  /** `needs` names the permission, where the host does. */
  | { outcome: 'forbidden'; needs?: string; said?: string }
  | { outcome: 'notFound'; said?: string }
  /** `until` is ISO 8601. */
  | { outcome: 'rateLimited'; until: string; said?: string }
  | HostUnavailable
  | { outcome: 'refused'; because: Refusal; said?: string };

export type HostUnavailable = {
  outcome: 'unavailable';
  /** Continues "Gitea at git.example.com", as in "did not answer within 20 s". */
  because: string;
  said?: string;
};

/** What a Git host answers. Nothing that it does or fails to do is an exception. */
export type HostResult<T> = { outcome: 'found'; value: T } | HostFailure;
