import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { RepositoryService } from '../../git/RepositoryService';
import { RepositoryCommit } from '../../git/trees/parseCommit';
import { PullRequest } from '../gitHosts/GitHost';
import { isOwnCommit } from './ownCommit';

/**
 * The commit that an open pull request ends in. That it cannot be read makes nothing of the pull request an error: it is
 * logged.
 */
export async function headOf(
  { head, number }: PullRequest,
  {
    logger,
    repositories,
    repository,
  }: {
    logger: LoggerService;
    repositories: Pick<RepositoryService, 'commit'>;
    repository: string;
  },
): Promise<(RepositoryCommit & { own: boolean }) | undefined> {
  try {
    const commit = await repositories.commit({
      repository,
      commit: head.commit,
    });
    return { ...commit, own: isOwnCommit(commit) };
  } catch (error) {
    assertError(error);
    logger.warn(
      `Cannot read commit ${head.commit} of pull request #${number} of ${repository}`,
      error,
    );
    return undefined;
  }
}
