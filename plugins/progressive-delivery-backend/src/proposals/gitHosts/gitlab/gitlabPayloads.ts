import { z } from 'zod/v4';
import {
  CommitCheck,
  PullRequest,
  PullRequestReview,
  RepositoryAccess,
} from '../GitHost';

function toIso(time: string): string;
function toIso(time: string | null | undefined): string | undefined;
function toIso(time: string | null | undefined): string | undefined {
  return time ? new Date(time).toISOString() : undefined;
}

/** `locked` is one that is being merged. */
const STATES = {
  opened: 'open',
  locked: 'open',
  merged: 'merged',
  closed: 'closed',
} as const;

const userSchema = z.object({ username: z.string() });

const mergeRequestFields = z.object({
  iid: z.number().int().positive(),
  web_url: z.string().url(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.enum(['opened', 'locked', 'merged', 'closed']),
  source_branch: z.string(),
  target_branch: z.string(),
  source_project_id: z.number().nullish(),
  target_project_id: z.number(),
  /** None where the branch was never there. */
  sha: z.string().nullish(),
  created_at: z.string(),
  merged_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  draft: z.boolean().nullish(),
  merge_user: userSchema.nullish(),
  closed_by: userSchema.nullish(),
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
});

function toPullRequest(
  payload: z.output<typeof mergeRequestFields>,
): PullRequest | undefined {
  return payload.sha
    ? {
        number: payload.iid,
        url: payload.web_url,
        title: payload.title,
        body: payload.description ?? '',
        state: STATES[payload.state],
        draft: payload.draft ?? false,
        head: { branch: payload.source_branch, commit: payload.sha },
        base: { branch: payload.target_branch },
        createdAt: toIso(payload.created_at),
        endedAt: toIso(payload.merged_at ?? payload.closed_at),
        endedBy: (payload.merge_user ?? payload.closed_by)?.username,
        mergeCommit: mergeCommit(payload),
      }
    : undefined;
}

/** Where its target was moved on to it there is no commit but its own. */
function mergeCommit({
  merge_commit_sha: merged,
  sha,
  squash_commit_sha: squashed,
  state,
}: z.output<typeof mergeRequestFields>): string | undefined {
  return state === 'merged'
    ? merged ?? squashed ?? sha ?? undefined
    : undefined;
}

/** A merge request; `undefined` for one whose branch was never there, which GitLab before 18 opens as well. */
export const mergeRequestSchema = mergeRequestFields.transform(toPullRequest);

/** Merge requests without those of forks, whose branches anybody may name like ours. */
export const mergeRequestsSchema = z
  .array(mergeRequestFields)
  .transform(payloads => ({
    listed: payloads.length,
    ours: payloads
      .filter(each => each.source_project_id === each.target_project_id)
      .flatMap(each => toPullRequest(each) ?? []),
  }));

/** How one stands, as far as its own payload says. */
export const standingSchema = z
  .object({
    draft: z.boolean(),
    merge_status: z.string(),
    has_conflicts: z.boolean(),
    /** Commits of its target that it lacks. */
    diverged_commits_count: z.number().nullish(),
  })
  .transform(payload => ({
    draft: payload.draft,
    conflicts: conflicts(payload),
    behind: (payload.diverged_commits_count ?? 0) > 0,
  }));

function conflicts({
  has_conflicts: has,
  merge_status: status,
}: {
  has_conflicts: boolean;
  merge_status: string;
}): PullRequestReview['conflicts'] {
  if (has) {
    return 'yes';
  }
  return status === 'can_be_merged' ? 'no' : 'unknown';
}

/** Who was asked for a review, and what they say. */
export const reviewersSchema = z
  .array(z.object({ user: userSchema, state: z.string() }))
  .transform(reviewers => {
    const whose = (...states: string[]) =>
      reviewers.flatMap(({ state, user }) =>
        states.includes(state) ? [user.username] : [],
      );
    return {
      approvedBy: whose('approved'),
      changesRequestedBy: whose('requested_changes'),
      awaiting: whose('unreviewed', 'review_started', 'unapproved'),
    };
  });

export const labelsSchema = z
  .object({ labels: z.array(z.string()) })
  .transform(({ labels }) => labels);

export const usersSchema = z.array(
  z.object({ id: z.number(), username: z.string() }),
);

/** The users whose review is asked for. */
export const requestedSchema = z
  .object({ reviewers: usersSchema })
  .transform(({ reviewers }) => reviewers);

/** Statuses of CI jobs and of what reports from outside, the latest of each name. */
export const statusesSchema = z.array(
  z
    .object({
      name: z.string(),
      status: z.string(),
      allow_failure: z.boolean().nullish(),
      target_url: z.string().nullish(),
    })
    .transform(
      ({
        allow_failure: optional,
        name,
        status,
        target_url: url,
      }): CommitCheck => ({
        name,
        state: checkState(status, optional ?? false),
        ...(url && URL.canParse(url) ? { url } : {}),
      }),
    ),
);

/** What is allowed to fail, or to wait for somebody who starts it, keeps nobody from merging. */
function checkState(status: string, optional: boolean): CommitCheck['state'] {
  switch (status) {
    case 'success':
    case 'skipped':
      return 'passed';
    case 'failed':
    case 'canceled':
      return optional ? 'passed' : 'failed';
    case 'manual':
      return optional ? 'passed' : 'pending';
    default:
      return 'pending';
  }
}

/** Access level of the role that may push and open merge requests. */
const DEVELOPER = 30;

const accessSchema = z.object({ access_level: z.number() }).nullish();

export const projectSchema = z
  .object({
    archived: z.boolean(),
    permissions: z
      .object({ project_access: accessSchema, group_access: accessSchema })
      .nullish(),
  })
  .transform(
    ({ archived, permissions }): RepositoryAccess => ({
      archived,
      write: mayWrite([permissions?.project_access, permissions?.group_access]),
    }),
  );

/** Of who is a member by sharing with a group, or an administrator, GitLab says nothing. */
function mayWrite(
  granted: z.output<typeof accessSchema>[],
): RepositoryAccess['write'] {
  const levels = granted.flatMap(each => each?.access_level ?? []);
  if (levels.length === 0) {
    return 'unknown';
  }
  return levels.some(level => level >= DEVELOPER) ? 'yes' : 'no';
}
