import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { RepositoryService } from '../../git/RepositoryService';
import { makePullRequest } from '../../proposals/opening/makePullRequest';
import {
  MadePullRequest,
  MakingOptions,
  PlannedPullRequest,
} from '../../proposals/opening/PlannedPullRequest';
import { Turns } from '../../proposals/opening/Turns';
import { pullRequestsOf } from '../../proposals/pullRequests/pullRequestsOf';

/** How often it is begun again because something has moved meanwhile. */
const MOST_ATTEMPTS = 5;

export interface PreparationOpenerOptions extends MakingOptions {
  repositories: Pick<RepositoryService, 'commit' | 'refresh' | 'remoteHeads'>;
  logger: LoggerService;
}

/** Opens the pull requests that prepare charts. Whatever it has done when it is interrupted, the next request goes on from. */
export class PreparationOpener {
  static create(options: PreparationOpenerOptions): PreparationOpener {
    return new PreparationOpener(options);
  }

  private readonly turns = new Turns();

  private constructor(private readonly options: PreparationOpenerOptions) {}

  /**
   * Opens a pull request, or goes on with the one that is open for the same chart.
   *
   * @param plan - decides what may be done, as it is now
   * @throws ConflictError where somebody else's commits are on the branch, where the base is gone, or moves again and again
   */
  async open(
    plan: () => Promise<PlannedPullRequest>,
  ): Promise<MadePullRequest> {
    for (let left = MOST_ATTEMPTS; left > 0; left--) {
      const planned = await plan();
      const { repository } = planned.proposed;
      const made = await this.turns.take(
        `${repository} ${planned.branch}`,
        () => this.make(planned),
      );
      if (made !== 'moved') {
        return made;
      }
      this.options.repositories.refresh(repository);
    }
    throw problemError(ConflictError, {
      id: 'changedAgainAndAgain',
      parameters: {},
    });
  }

  /** @returns `moved` where the base or the branch is no longer where it was */
  private async make(
    planned: PlannedPullRequest,
  ): Promise<MadePullRequest | 'moved'> {
    const { branch, host, proposed } = planned;
    const { base, repository } = proposed;
    const { repositories } = this.options;
    const pullRequests = await pullRequestsOf(host, {
      repository,
      base: base.branch,
      branches: new Set([branch]),
    });
    const heads = await repositories.remoteHeads(repository, [
      branch,
      base.branch,
    ]);
    const now = heads.get(base.branch);
    if (now === undefined) {
      repositories.refresh(repository);
      throw problemError(ConflictError, {
        id: 'baseGone',
        parameters: { branch: base.branch, repository },
      });
    }
    return now === base.commit
      ? makePullRequest(
          planned,
          { pullRequests, head: heads.get(branch) },
          this.options,
        )
      : 'moved';
  }
}
