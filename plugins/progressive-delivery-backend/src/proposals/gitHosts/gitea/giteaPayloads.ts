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

const userSchema = z.object({ login: z.string() });

/** A pull request, and whether its head is a fork's: anybody may name a branch of a fork like one of ours. */
export type GiteaPullRequest = PullRequest & { fork: boolean };

export const listedPullRequestSchema = z
  .object({
    number: z.number().int().positive(),
    html_url: z.string().url(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    merged: z.boolean(),
    draft: z.boolean().default(false),
    head: z.object({
      ref: z.string(),
      /** The branch, also once it is deleted; `ref` is then `refs/pull/<number>/head`. */
      label: z.string(),
      sha: z.string(),
      repo_id: z.number(),
    }),
    base: z.object({ ref: z.string(), repo_id: z.number() }),
    created_at: z.string(),
    merged_at: z.string().nullish(),
    closed_at: z.string().nullish(),
    merged_by: userSchema.nullish(),
    merge_commit_sha: z.string().nullish(),
  })
  .transform(
    (payload): GiteaPullRequest => ({
      fork: payload.head.repo_id !== payload.base.repo_id,
      number: payload.number,
      url: payload.html_url,
      title: payload.title,
      body: payload.body ?? '',
      state: payload.merged ? 'merged' : payload.state,
      draft: payload.draft,
      head: {
        branch: payload.head.ref.startsWith('refs/pull/')
          ? payload.head.label
          : payload.head.ref,
        commit: payload.head.sha,
      },
      base: { branch: payload.base.ref },
      createdAt: toIso(payload.created_at),
      endedAt: toIso(payload.merged_at ?? payload.closed_at),
      endedBy: payload.merged_by?.login,
      mergeCommit: (payload.merged && payload.merge_commit_sha) || undefined,
    }),
  );

export const pullRequestSchema = listedPullRequestSchema.transform(
  ({ fork, ...pullRequest }): PullRequest => pullRequest,
);

/** How one stands, as far as its own payload says. */
export const reviewedPullRequestSchema = z
  .object({
    draft: z.boolean().nullish(),
    /** `false` where there are conflicts, while Gitea is still looking for some, and for drafts. */
    mergeable: z.boolean(),
    merge_base: z.string(),
    /** Of an open one, where the branch is. */
    base: z.object({ sha: z.string() }),
    requested_reviewers: z.array(userSchema).nullish(),
    requested_reviewers_teams: z
      .array(z.object({ name: z.string() }))
      .nullish(),
  })
  .transform(payload => {
    const behind = payload.merge_base !== payload.base.sha;
    const draft = payload.draft === true;
    return {
      draft,
      behind,
      conflicts: conflicts({ ...payload, behind, draft }),
      requested: [
        ...(payload.requested_reviewers ?? []).map(({ login }) => login),
        ...(payload.requested_reviewers_teams ?? []).map(({ name }) => name),
      ],
    };
  });

/** One that its base has not moved away from cannot contradict it. */
function conflicts({
  behind,
  draft,
  mergeable,
}: {
  behind: boolean;
  draft: boolean;
  mergeable: boolean;
}): PullRequestReview['conflicts'] {
  if (mergeable || !behind) {
    return 'no';
  }
  return draft ? 'unknown' : 'yes';
}

/** Oldest first; those that were dismissed do not count, and a comment takes nothing back. */
export const reviewsSchema = z
  .array(
    z.object({
      user: userSchema.nullish(),
      state: z.string(),
      dismissed: z.boolean().nullish(),
    }),
  )
  .transform(reviews => {
    const latest = new Map<string, string>();
    for (const { dismissed, state, user } of reviews) {
      if (user && !dismissed && /^(APPROVED|REQUEST_CHANGES)$/.test(state)) {
        latest.set(user.login, state);
      }
    }
    const whoSaid = (said: string) =>
      Array.from(latest).flatMap(([login, state]) =>
        state === said ? [login] : [],
      );
    return {
      approvedBy: whoSaid('APPROVED'),
      changesRequestedBy: whoSaid('REQUEST_CHANGES'),
    };
  });
export const labelsSchema = z
  .array(z.object({ name: z.string() }))
  .transform(labels => labels.map(({ name }) => name));

/** A combined status holds the latest of each context; `null` where there are none. */
export const statusesSchema = z
  .object({
    statuses: z
      .array(
        z.object({
          context: z.string(),
          status: z.string(),
          target_url: z.string().nullish(),
        }),
      )
      .nullish(),
  })
  .transform(({ statuses }): CommitCheck[] =>
    (statuses ?? []).map(({ context, status, target_url: url }) => ({
      name: context,
      state: checkState(status),
      ...(url && URL.canParse(url) ? { url } : {}),
    })),
  );

/** A warning does not keep anybody from merging (`models/git/commit_status.go`, `modules/structs`). */
function checkState(status: string): CommitCheck['state'] {
  switch (status) {
    case 'success':
    case 'warning':
    case 'skipped':
      return 'passed';
    case 'failure':
    case 'error':
      return 'failed';
    default:
      return 'pending';
  }
}

export const repositorySchema = z
  .object({
    archived: z.boolean(),
    /** Absent for those who are not signed in. */
    permissions: z.object({ push: z.boolean() }).optional(),
  })
  .transform(
    ({ archived, permissions }): RepositoryAccess => ({
      archived,
      write: permissions?.push ? 'yes' : 'no',
    }),
  );
