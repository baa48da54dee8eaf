import { z } from 'zod/v4';
import { PullRequest } from '../GitHost';
import { HostResult } from '../HostResult';
import { GiteaApi } from './GiteaApi';
import {
  GiteaPullRequest,
  listedPullRequestSchema,
  pullRequestSchema,
} from './giteaPayloads';

/** The most that Gitea gives by default (`api.MAX_RESPONSE_ITEMS`). */
const PAGE_SIZE = 50;
const MOST_PAGES = 10;

export interface PullRequestSearch {
  repository: string;
  base: string;
  branches: ReadonlySet<string>;
}

/**
 * Gitea has no filter by branch, only a question that answers with any one of several. The newest page tells all where
 * there are few; otherwise the branches are asked for one by one, and most have none. Where one has some that ended,
 * the pages down to those tell what came after.
 */
export async function findPullRequests(
  api: Pick<GiteaApi, 'ask'>,
  search: PullRequestSearch,
): Promise<HostResult<PullRequest[]>> {
  const newest = await pages(api, search, { state: 'all', from: 1, until: 1 });
  if (newest.outcome !== 'found') {
    return newest;
  }
  const listed = [...newest.value];
  if (listed.length >= PAGE_SIZE) {
    const older = await findOlder(api, search, listed);
    if (older.outcome !== 'found') {
      return older;
    }
    listed.push(...older.value);
  }
  const { base, branches } = search;
  const ours = listed.filter(
    each =>
      !each.fork && each.base.branch === base && branches.has(each.head.branch),
  );
  const byNumber = new Map(ours.map(each => [each.number, each]));
  const value = Array.from(byNumber.values(), ({ fork, ...each }) => each).sort(
    (a, b) => b.number - a.number,
  );
  return { outcome: 'found', value: await withMerger(api, search, value) };
}

/** Who merged the latest: Gitea tells that of one that is asked for alone, and not of those that it lists. */
async function withMerger(
  api: Pick<GiteaApi, 'ask'>,
  { repository }: PullRequestSearch,
  newestFirst: PullRequest[],
): Promise<PullRequest[]> {
  const latest = newestFirst.find(({ state }) => state === 'merged');
  if (!latest || latest.endedBy !== undefined) {
    return newestFirst;
  }
  const asked = await api.ask(pullRequestSchema, repository, {
    path: `/pulls/${latest.number}`,
  });
  return newestFirst.map(each =>
    each === latest && asked.outcome === 'found' ? asked.value : each,
  );
}

async function findOlder(
  api: Pick<GiteaApi, 'ask'>,
  search: PullRequestSearch,
  newest: GiteaPullRequest[],
): Promise<HostResult<GiteaPullRequest[]>> {
  const { base, branches, repository } = search;
  const found: GiteaPullRequest[] = [];
  for (const branch of branches) {
    const path = [base, ...branch.split('/')].map(encodeURIComponent).join('/');
    const any = await api.ask(listedPullRequestSchema, repository, {
      path: `/pulls/${path}`,
    });
    if (any.outcome === 'found') {
      found.push(any.value);
    } else if (any.outcome !== 'notFound') {
      return any;
    }
  }
  // Gitea opens no second one while one is open, so none is newer than that.
  const ended = found.filter(({ state }) => state !== 'open');
  const oldest = Math.min(...ended.map(({ number }) => number));
  if (oldest < Math.min(...newest.map(({ number }) => number))) {
    for (const { state, from } of [
      { state: 'all', from: 2 },
      { state: 'open', from: 1 },
    ] as const) {
      const more = await pages(api, search, {
        state,
        from,
        until: MOST_PAGES,
        oldest,
      });
      if (more.outcome !== 'found') {
        return more;
      }
      found.push(...more.value);
    }
  }
  return { outcome: 'found', value: found };
}

/** Pages of the pull requests onto the base, newest first, down to the oldest that is wanted. */
async function pages(
  api: Pick<GiteaApi, 'ask'>,
  { base, repository }: PullRequestSearch,
  wanted: {
    state: 'all' | 'open';
    from: number;
    until: number;
    oldest?: number;
  },
): Promise<HostResult<GiteaPullRequest[]>> {
  const listed: GiteaPullRequest[] = [];
  for (let page = wanted.from; page <= wanted.until; page++) {
    const query = new URLSearchParams({
      state: wanted.state,
      base_branch: base,
      sort: 'newest',
      limit: String(PAGE_SIZE),
      page: String(page),
    });
    const result = await api.ask(z.array(listedPullRequestSchema), repository, {
      path: `/pulls?${query}`,
    });
    if (result.outcome !== 'found') {
      return result;
    }
    listed.push(...result.value);
    const last = result.value.at(-1)?.number ?? 0;
    if (result.value.length < PAGE_SIZE || last <= (wanted.oldest ?? 0)) {
      break;
    }
  }
  return { outcome: 'found', value: listed };
}
