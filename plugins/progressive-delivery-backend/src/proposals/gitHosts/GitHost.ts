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
  /** Commits changed files on top of a base and lets a branch point there, if it is where it is expected to be. */
  publish(
    publication: Publication & { repository: string },
  ): Promise<HostResult<{ commit: string }>>;
}
