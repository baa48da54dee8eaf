import { PullRequest } from '../gitHosts/GitHost';
import { goOnWithPullRequest } from './goOnWithPullRequest';
import { openingElsewhere } from './openingElsewhere';
import { openPlanned } from './openPlanned';
import {
  MadePullRequest,
  MakingOptions,
  PlannedPullRequest,
} from './PlannedPullRequest';

/**
 * Opens a pull request, or goes on with the one that is open for the same change.
 *
 * @param there.pullRequests - those of its branch, newest first
 * @param there.head - the commit that its branch is at; `undefined` where there is none
 * @returns `moved` where the branch is no longer there
 * @throws ConflictError where somebody else's commits are on the branch
 */
export async function makePullRequest(
  planned: PlannedPullRequest,
  {
    head,
    pullRequests,
  }: { pullRequests: PullRequest[]; head: string | undefined },
  options: MakingOptions,
): Promise<MadePullRequest | 'moved'> {
  const { branch, host, proposed } = planned;
  const earlier = pullRequests.filter(({ state }) => state !== 'open');
  const open =
    pullRequests.find(({ state }) => state === 'open') ??
    (head &&
      (await openingElsewhere(
        { name: branch, head, earlier },
        {
          base: proposed.base.branch,
          host,
          openingMilliseconds: options.openingMilliseconds,
          repositories: options.repositories,
          repository: proposed.repository,
        },
      )));
  return open
    ? goOnWithPullRequest(open, planned, head, options)
    : openPlanned(planned, { earlier, head }, options);
}
