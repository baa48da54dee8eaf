import { HostedRepository } from './HostedRepository';

/** A pull request, and what became of it. */
export interface HostedPullRequest {
  number: number;
  author: string;
  title: string;
  body: string | null;
  state: 'open' | 'merged' | 'closed';
  head: { repository: HostedRepository; branch: string; commit: string };
  base: { branch: string; commit: string };
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
  merged?: { by: string; commit: string };
}
