import { GitHost, PullRequest } from './gitHosts/GitHost';

/**
 * Opens a pull request. A host may have opened it and fail to say so: then it is found.
 */
export async function openPullRequest(
  host: GitHost,
  request: Parameters<GitHost['open']>[0],
): Promise<PullRequest> {
  try {
    return await host.open(request);
  } catch (error) {
    const { base, branch, repository } = request;
    const found = await host
      .find({ repository, base, branches: new Set([branch]) })
      // The first error says more about why.
      .catch(() => []);
    const opened = found.find(({ state }) => state === 'open');
    if (!opened) {
      throw error;
    }
    return opened;
  }
}
