import { z } from 'zod/v4';
import { CommitCheck, PullRequest, PullRequestReview } from '../GitHost';

function toIso(time: string): string;
function toIso(time: string | null | undefined): string | undefined;
function toIso(time: string | null | undefined): string | undefined {
  return time ? new Date(time).toISOString() : undefined;
}

/** `null` where the account was deleted. */
const actorSchema = z.object({ login: z.string() });

/** A pull request as REST has it. */
export const pullRequestSchema = z
  .object({
    number: z.number().int().positive(),
    html_url: z.string().url(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    draft: z.boolean().default(false),
    merged_at: z.string().nullish(),
    closed_at: z.string().nullish(),
    created_at: z.string(),
    head: z.object({ ref: z.string(), sha: z.string() }),
    base: z.object({ ref: z.string() }),
    merged_by: actorSchema.nullish(),
    merge_commit_sha: z.string().nullish(),
  })
  .transform(
    (payload): PullRequest => ({
      number: payload.number,
      url: payload.html_url,
      title: payload.title,
      body: payload.body ?? '',
      state: payload.merged_at ? 'merged' : payload.state,
      draft: payload.draft,
      head: { branch: payload.head.ref, commit: payload.head.sha },
      base: { branch: payload.base.ref },
      createdAt: toIso(payload.created_at),
      endedAt: toIso(payload.merged_at ?? payload.closed_at),
      endedBy: payload.merged_by?.login,
      // Of one that is open it is what a merge was tried with.
      mergeCommit: (payload.merged_at && payload.merge_commit_sha) || undefined,
    }),
  );

const STATES = { OPEN: 'open', MERGED: 'merged', CLOSED: 'closed' } as const;

/** The same as GraphQL has it, and whether its head is a fork's: anybody may name a branch of a fork like one of ours. */
export const foundPullRequestSchema = z
  .object({
    number: z.number().int().positive(),
    url: z.string().url(),
    title: z.string(),
    body: z.string(),
    state: z.enum(['OPEN', 'MERGED', 'CLOSED']),
    isDraft: z.boolean(),
    isCrossRepository: z.boolean(),
    headRefName: z.string(),
    headRefOid: z.string(),
    baseRefName: z.string(),
    createdAt: z.string(),
    mergedAt: z.string().nullish(),
    closedAt: z.string().nullish(),
    mergedBy: actorSchema.nullish(),
    mergeCommit: z.object({ oid: z.string() }).nullish(),
    timelineItems: z.object({
      nodes: z.array(z.object({ actor: actorSchema.nullish() })),
    }),
  })
  .transform((payload): PullRequest & { fork: boolean } => ({
    fork: payload.isCrossRepository,
    number: payload.number,
    url: payload.url,
    title: payload.title,
    body: payload.body,
    state: STATES[payload.state],
    draft: payload.isDraft,
    head: { branch: payload.headRefName, commit: payload.headRefOid },
    base: { branch: payload.baseRefName },
    createdAt: toIso(payload.createdAt),
    endedAt: toIso(payload.mergedAt ?? payload.closedAt),
    endedBy:
      payload.state === 'OPEN'
        ? undefined
        : (payload.mergedBy ?? payload.timelineItems.nodes.at(0)?.actor)?.login,
    mergeCommit: payload.mergeCommit?.oid,
  }));

export const labelsSchema = z
  .array(z.object({ name: z.string() }))
  .transform(labels => labels.map(({ name }) => name));

export const repositorySchema = z.object({
  archived: z.boolean(),
  permissions: z.object({ push: z.boolean() }).optional(),
});

const url = z
  .string()
  .nullish()
  .transform(value => (value && URL.canParse(value) ? value : undefined));

const CONFLICTS = {
  CONFLICTING: 'yes',
  MERGEABLE: 'no',
  UNKNOWN: 'unknown',
} as const;

/** A check run of an App, or a commit status. */
const checkSchema = z.discriminatedUnion('__typename', [
  z
    .object({
      __typename: z.literal('CheckRun'),
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullish(),
      url,
    })
    .transform(
      (run): CommitCheck => ({
        name: run.name,
        state:
          run.status === 'COMPLETED' ? conclusion(run.conclusion) : 'pending',
        ...(run.url ? { url: run.url } : {}),
      }),
    ),
  z
    .object({
      __typename: z.literal('StatusContext'),
      context: z.string(),
      state: z.string(),
      targetUrl: url,
    })
    .transform(
      (status): CommitCheck => ({
        name: status.context,
        state: statusState(status.state),
        ...(status.targetUrl ? { url: status.targetUrl } : {}),
      }),
    ),
]);

/** Those that do not keep anybody from merging where they are required (`CheckConclusionState`). */
function conclusion(of: string | null | undefined): CommitCheck['state'] {
  return of === 'SUCCESS' || of === 'NEUTRAL' || of === 'SKIPPED'
    ? 'passed'
    : 'failed';
}

function statusState(state: string): CommitCheck['state'] {
  switch (state) {
    case 'SUCCESS':
      return 'passed';
    case 'ERROR':
    case 'FAILURE':
      return 'failed';
    default:
      return 'pending';
  }
}

/** `slug` of a team, `login` of anybody else. */
const reviewerSchema = z
  .union([
    actorSchema.transform(({ login }) => login),
    z.object({ slug: z.string() }).transform(({ slug }) => slug),
  ])
  .nullish();

/** How a pull request stands. */
export const reviewSchema = z
  .object({
    isDraft: z.boolean(),
    mergeable: z.enum(['CONFLICTING', 'MERGEABLE', 'UNKNOWN']),
    baseRef: z
      .object({ compare: z.object({ behindBy: z.number() }).nullish() })
      .nullish(),
    reviewRequests: z
      .object({
        nodes: z.array(z.object({ requestedReviewer: reviewerSchema })),
      })
      .nullish(),
    latestOpinionatedReviews: z
      .object({
        nodes: z.array(
          z.object({ state: z.string(), author: actorSchema.nullish() }),
        ),
      })
      .nullish(),
    commits: z.object({
      nodes: z.array(
        z.object({
          commit: z.object({
            statusCheckRollup: z
              .object({ contexts: z.object({ nodes: z.array(checkSchema) }) })
              .nullish(),
          }),
        }),
      ),
    }),
  })
  .transform((payload): PullRequestReview => {
    const reviews = payload.latestOpinionatedReviews?.nodes ?? [];
    const whoSaid = (said: string) =>
      reviews.flatMap(({ author, state }) =>
        state === said ? author?.login ?? [] : [],
      );
    return {
      draft: payload.isDraft,
      conflicts: CONFLICTS[payload.mergeable],
      behind: (payload.baseRef?.compare?.behindBy ?? 0) > 0,
      checks: payload.commits.nodes.flatMap(
        ({ commit }) => commit.statusCheckRollup?.contexts.nodes ?? [],
      ),
      approvedBy: whoSaid('APPROVED'),
      changesRequestedBy: whoSaid('CHANGES_REQUESTED'),
      awaiting: (payload.reviewRequests?.nodes ?? []).flatMap(
        ({ requestedReviewer }) => requestedReviewer ?? [],
      ),
    };
  });
