import { HostedProject } from './HostedProject';

/** Who is asked for a review, and what they have said. */
export interface Reviewer {
  username: string;
  state: 'unreviewed' | 'requested_changes' | 'approved';
}

/** A merge request, and what became of it. */
export interface HostedMergeRequest {
  iid: number;
  author: string;
  title: string;
  description: string | null;
  state: 'opened' | 'merged' | 'closed';
  labels: string[];
  reviewers: Reviewer[];
  source: { project: HostedProject; branch: string; commit: string };
  target: { branch: string; commit: string };
  createdAt: string;
  updatedAt: string;
  ended?: { by: string; at: string };
  /** Of a merge, and of a squash. */
  merged?: { commit: string; how: 'merge' | 'squash' };
}
