import pLimit from 'p-limit';
import { GitHost, PullRequest } from '../GitHost';
import { HostResult } from '../HostResult';
import { GitlabApi } from './GitlabApi';
import { mergeRequestsSchema } from './gitlabPayloads';

/** The most that GitLab gives at once. */
const PAGE_SIZE = 100;
/** Branches that are asked for one by one rather than listed with the others. */
const FEW_BRANCHES = 2;
const AT_ONCE = 4;

/**
 * GitLab filters by one branch at a time. Where there are more, the newest page tells all of a project with few merge
 * requests.
 */
export async function findMergeRequests(
  api: Pick<GitlabApi, 'ask'>,
  { base, branches, repository }: Parameters<GitHost['find']>[0],
): Promise<HostResult<PullRequest[]>> {
  const list = (sourceBranch?: string) =>
    api.ask(mergeRequestsSchema, repository, ({ mergeRequests }, projectId) =>
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
  if (branches.size > FEW_BRANCHES) {
    const newest = await list();
    if (newest.outcome !== 'found') {
      return newest;
    }
    if (newest.value.listed < PAGE_SIZE) {
      const ours = newest.value.ours.filter(({ head }) =>
        branches.has(head.branch),
      );
      return { outcome: 'found', value: ours };
    }
  }
  const limit = pLimit(AT_ONCE);
  const results = await Promise.all(
    Array.from(branches, branch => limit(() => list(branch))),
  );
  const found: PullRequest[] = [];
  for (const result of results) {
    if (result.outcome !== 'found') {
      return result;
    }
    found.push(...result.value.ours);
  }
  return {
    outcome: 'found',
    value: found.sort((a, b) => b.number - a.number),
  };
}
