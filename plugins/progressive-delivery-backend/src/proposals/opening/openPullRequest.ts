import { foundOrThrow } from '../pullRequests/foundOrThrow';
import { GitHost, PullRequest } from '../gitHosts/GitHost';

/**
 * Opens a pull request. A host may have opened it and fail to say so: then it is found. Or somebody else was faster, who
 * has published the same commit in the same second: then it exists.
 */
export async function openPullRequest(
  host: Pick<GitHost, 'account' | 'find' | 'open'>,
  request: Parameters<GitHost['open']>[0],
): Promise<{ pullRequest: PullRequest; how: 'opened' | 'found' | 'exists' }> {
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
      const exists =
        result.outcome === 'refused' && result.because === 'exists';
      return { pullRequest, how: exists ? 'exists' : 'found' };
    }
  }
  // What kept it from being opened says more than what kept it from being found.
  const pullRequest = foundOrThrow(
    host,
    { question: 'openPullRequest', repository, branch },
    result,
  );
  return { pullRequest, how: 'opened' };
}
