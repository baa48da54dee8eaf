import { RepositoryService } from '../../git/RepositoryService';
import { gitFailure } from './gitFailure';
import { GitHost } from './GitHost';
import { HostResult } from './HostResult';

/** Publishes with a plain push, where the host does not sign what its API commits. */
export async function publishByPush(
  repositories: Pick<RepositoryService, 'publish'>,
  publication: Parameters<GitHost['publish']>[0],
): Promise<HostResult<{ commit: string }>> {
  try {
    const value = await repositories.publish(publication);
    return { outcome: 'found', value };
  } catch (error) {
    return gitFailure(error);
  }
}
