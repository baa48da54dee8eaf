import { z } from 'zod/v4';
import { GitHost, PullRequest } from '../GitHost';
import { HostResult } from '../HostResult';
import { GithubApi } from './GithubApi';
import { foundPullRequestSchema } from './githubPayloads';
import { pullRequestsQuery } from './queries';

/** Branches that one request asks for, each with up to 100 pull requests: a small part of what GitHub permits. */
const BRANCHES_AT_ONCE = 50;

const foundSchema = z.object({
  repository: z.record(
    z.string(),
    z.object({ nodes: z.array(foundPullRequestSchema) }),
  ),
});

/** All branches are asked for at once. */
export async function findPullRequests(
  api: GithubApi,
  { base, branches, repository }: Parameters<GitHost['find']>[0],
): Promise<HostResult<PullRequest[]>> {
  const { owner, name } = api.nameOf(repository);
  const found: PullRequest[] = [];
  const wanted = Array.from(branches);
  for (let from = 0; from < wanted.length; from += BRANCHES_AT_ONCE) {
    const some = wanted.slice(from, from + BRANCHES_AT_ONCE);
    const result = await api.graphql(
      foundSchema,
      repository,
      pullRequestsQuery(some.length),
      {
        owner,
        name,
        base,
        ...Object.fromEntries(
          some.map((branch, index) => [`b${index}`, branch]),
        ),
      },
    );
    if (result.outcome !== 'found') {
      return result;
    }
    const { data, failure } = result.value;
    if (failure) {
      return failure;
    }
    for (const { nodes } of Object.values(data.repository)) {
      found.push(
        ...nodes.filter(({ fork }) => !fork).map(({ fork, ...rest }) => rest),
      );
    }
  }
  return {
    outcome: 'found',
    value: found.sort((a, b) => b.number - a.number),
  };
}
