import { foundOrThrow } from '../pullRequests/foundOrThrow';
import { GitHost, PullRequest } from '../gitHosts/GitHost';

/**
 * Opens a pull request. A host may have opened it and fail to say so, or somebody else was faster: then it is found.
 */
export async function openPullRequest(
  host: Pick<GitHost, 'account' | 'find' | 'open'>,
  request: Parameters<GitHost['open']>[0],
): Promise<{ pullRequest: PullRequest; how: 'opened' | 'found' }> {
  const { base, branch, repository } = request;
  const result = await host.open(request);
  if (result.outcome !== 'found') {
    const found = await host.find({
      repository,
      base,
      branches: new Set([branch]),
    });
    const pullRequest =
      found.outcome === 'found'
        ? found.value.find(({ state }) => state === 'open')
        : undefined;
    if (pullRequest) {
      return { pullRequest, how: 'found' };
    }
  }
  // What kept it from being opened says more than what kept it from being found.
  const pullRequest = foundOrThrow(
    host,
    { action: 'open a pull request', repository },
    result,
  );
  return { pullRequest, how: 'opened' };
}
