import { foundOrThrow } from './foundOrThrow';
import { GitHost, PullRequest } from '../gitHosts/GitHost';

/**
 * The pull requests of some branches onto a base, newest first.
 *
 * @throws ServiceUnavailableError where the Git host does not tell
 */
export async function pullRequestsOf(
  host: Pick<GitHost, 'account' | 'find'>,
  search: Parameters<GitHost['find']>[0],
): Promise<PullRequest[]> {
  return foundOrThrow(
    host,
    { question: 'listPullRequests', repository: search.repository },
    await host.find(search),
  );
}
