import { HostedRepository } from './HostedRepository';

/** A pull request, and what became of it. */
export interface HostedPullRequest {
  number: number;
  author: string;
  title: string;
  body: string | null;
  state: 'open' | 'merged' | 'closed';
  draft: boolean;
  labels: string[];
  head: { repository: HostedRepository; branch: string; commit: string };
  base: { branch: string; commit: string };
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
  /** Who merged or closed it; absent where it was closed with its branch. */
  endedBy?: string;
  merged?: { by: string; commit: string };
  /** Logins of those whose review is requested and outstanding. */
  reviewers: string[];
  /** Slugs of those teams. */
  teams: string[];
  /** The latest of each reviewer. */
  reviews: HostedReview[];
}

export interface HostedReview {
  by: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED';
}
