import { z } from 'zod/v4';
import { CommitCheck, PullRequest, RepositoryAccess } from '../GitHost';

function toIso(time: string): string;
function toIso(time: string | null | undefined): string | undefined;
function toIso(time: string | null | undefined): string | undefined {
  return time ? new Date(time).toISOString() : undefined;
}

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
  })
  .transform(
    (payload): GiteaPullRequest => ({
      fork: payload.head.repo_id !== payload.base.repo_id,
      number: payload.number,
      url: payload.html_url,
      title: payload.title,
      body: payload.body ?? '',
      state: payload.merged ? 'merged' : payload.state,
      head: {
        branch: payload.head.ref.startsWith('refs/pull/')
          ? payload.head.label
          : payload.head.ref,
        commit: payload.head.sha,
      },
      base: { branch: payload.base.ref },
      createdAt: toIso(payload.created_at),
      endedAt: toIso(payload.merged_at ?? payload.closed_at),
    }),
  );

export const pullRequestSchema = listedPullRequestSchema.transform(
  ({ fork, ...pullRequest }): PullRequest => pullRequest,
);

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
