import pLimit from 'p-limit';
import { UNREADABLE } from '../askHost';
import { foundSince } from '../foundSince';
import { FoundSince, GitHost, PullRequest } from '../GitHost';
import { HostResult } from '../HostResult';
import { GitlabApi } from './GitlabApi';
import { mergeRequestsSchema } from './gitlabPayloads';

/** The most that GitLab gives at once. */
const PAGE_SIZE = 100;
/** Branches that are asked for one by one rather than listed with the others. */
const FEW_BRANCHES = 2;
const AT_ONCE = 4;

type Search = Parameters<GitHost['find']>[0];

/**
 * GitLab filters by one branch at a time. Where there are more, the newest page tells all of a project with few merge
 * requests.
 */
export async function findMergeRequests(
  api: Pick<GitlabApi, 'ask'>,
  search: Search,
): Promise<HostResult<PullRequest[]>> {
  if (search.branches.size > FEW_BRANCHES) {
    const newest = await list(api, search);
    if (newest.outcome !== 'found') {
      return newest;
    }
    const all = allOf(newest.value, search);
    if (all) {
      return { outcome: 'found', value: all };
    }
  }
  return findByBranches(api, search);
}

/** The same, unless nothing has changed in the page of those that were updated last. */
export async function findMergeRequestsSince(
  api: Pick<GitlabApi, 'ask' | 'askSince'>,
  search: Parameters<NonNullable<GitHost['findSince']>>[0],
): Promise<HostResult<FoundSince>> {
  const query = new URLSearchParams({
    target_branch: search.base,
    scope: 'all',
    order_by: 'updated_at',
    sort: 'desc',
    per_page: String(PAGE_SIZE),
  });
  const since = await api.askSince(
    search.repository,
    `/merge_requests?${query}`,
    search.mark,
  );
  return foundSince(since, async body => {
    const latest = mergeRequestsSchema.safeParse(body);
    if (!latest.success) {
      return UNREADABLE;
    }
    const all = allOf(latest.data, search);
    return all ? { outcome: 'found', value: all } : findByBranches(api, search);
  });
}

async function findByBranches(
  api: Pick<GitlabApi, 'ask'>,
  search: Search,
): Promise<HostResult<PullRequest[]>> {
  const limit = pLimit(AT_ONCE);
  const results = await Promise.all(
    Array.from(search.branches, branch =>
      limit(() => list(api, search, branch)),
    ),
  );
  const found: PullRequest[] = [];
  for (const result of results) {
    if (result.outcome !== 'found') {
      return result;
    }
    found.push(...result.value.ours);
  }
  return { outcome: 'found', value: newestFirst(found) };
}

async function list(
  api: Pick<GitlabApi, 'ask'>,
  { base, repository }: Search,
  sourceBranch?: string,
) {
  return api.ask(
    mergeRequestsSchema,
    repository,
    ({ mergeRequests }, projectId) =>
      mergeRequests.all({
        projectId,
        ...(sourceBranch === undefined ? {} : { sourceBranch }),
        targetBranch: base,
        scope: 'all',
        orderBy: 'created_at',
        sort: 'desc',
        perPage: PAGE_SIZE,
        maxPages: 1,
      }),
  );
}

/** Those of some branches, where a page holds all that there are. */
function allOf(
  { listed, ours }: ReturnType<typeof mergeRequestsSchema.parse>,
  { branches }: Search,
): PullRequest[] | undefined {
  return listed < PAGE_SIZE
    ? newestFirst(ours.filter(({ head }) => branches.has(head.branch)))
    : undefined;
}

function newestFirst(pullRequests: PullRequest[]): PullRequest[] {
  return pullRequests.sort((a, b) => b.number - a.number);
}
