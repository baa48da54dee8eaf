import { NotFoundError } from '@backstage/errors';
import { ProposalOverride } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { RepositoryService } from '../../git/RepositoryService';
import { PullRequest } from '../gitHosts/GitHost';
import { isOwnCommit } from '../branches/ownCommit';
import { overrideOf } from '../text/overrideTrailer';

const MOST_COMMITS = 1_000;

/** One that a repository does not have, because its branch is gone, is not looked for again for so long. */
const MISSING_MILLISECONDS = 600_000;

/** Commits that are read at the same time. */
const CONCURRENCY = 4;

export interface ProposalOverridesOptions {
  repositories: Pick<RepositoryService, 'commit'>;
}

/** Tells what was overridden for pull requests. A commit does not change, so each is read once. */
export class ProposalOverrides {
  static create(options: ProposalOverridesOptions): ProposalOverrides {
    return new ProposalOverrides(options);
  }

  private readonly known = new LRUCache<string, ProposalOverride>({
    max: MOST_COMMITS,
  });
  private readonly limit = pLimit(CONCURRENCY);

  private constructor(private readonly options: ProposalOverridesOptions) {}

  /** @throws ServiceUnavailableError where the repository cannot be read */
  async of(
    repository: string,
    { head }: Pick<PullRequest, 'head'>,
  ): Promise<ProposalOverride> {
    const key = `${repository} ${head.commit}`;
    const known = this.known.get(key);
    if (known) {
      return known;
    }
    try {
      const commit = await this.limit(() =>
        this.options.repositories.commit({ repository, commit: head.commit }),
      );
      const override = overrideOf({
        own: isOwnCommit(commit),
        message: commit.message,
      });
      this.known.set(key, override);
      return override;
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
      const override: ProposalOverride = { state: 'unknown' };
      this.known.set(key, override, { ttl: MISSING_MILLISECONDS });
      return override;
    }
  }
}
