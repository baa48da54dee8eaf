import {
  HostResult,
  PullRequestHost,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { Publication } from '../../git/stores/publishCommit';

export type {
  CommitCheck,
  HostAccount,
  PullRequest,
  PullRequestReview,
  RepositoryAccess,
  Reviewers,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';

/** What a proposal needs of a Git host. */
export interface GitHost extends PullRequestHost {
  /**
   * Whether there may be something new about the pull requests onto a base since a mark that it gave, for less than
   * {@link PullRequestHost.find} costs. Only hosts with conditional requests have it. Checks are none of it.
   */
  changedSince?(options: {
    repository: string;
    base: string;
    mark: string | undefined;
  }): Promise<HostResult<{ changed: boolean; mark: string | undefined }>>;

  /** Commits changed files on top of a base and lets a branch point there, if it is where it is expected to be. */
  publish(
    publication: Publication & { repository: string },
  ): Promise<HostResult<{ commit: string }>>;
}
