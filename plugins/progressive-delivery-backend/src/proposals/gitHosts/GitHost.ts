import {
  HostResult,
  PullRequest,
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

export type FoundSince =
  | { state: 'unchanged' }
  | {
      state: 'changed';
      mark: string | undefined;
      pullRequests: PullRequest[];
    };

/** What a proposal needs of a Git host. */
export interface GitHost extends PullRequestHost {
  /**
   * As {@link PullRequestHost.find}, unless there is nothing new about the pull requests onto that base since a mark that it
   * gave, which it tells for less. Only hosts with conditional requests have it. Checks are none of it.
   */
  findSince?(options: {
    repository: string;
    base: string;
    branches: ReadonlySet<string>;
    mark: string | undefined;
  }): Promise<HostResult<FoundSince>>;

  /** Commits changed files on top of a base and lets a branch point there, if it is where it is expected to be. */
  publish(
    publication: Publication & { repository: string },
  ): Promise<HostResult<{ commit: string }>>;
}
