import { setTimeout as wait } from 'node:timers/promises';
import { RepositoryService } from '../../git/RepositoryService';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { isOwnCommit } from '../branches/ownCommit';
import { pullRequestsOf } from '../pullRequests/pullRequestsOf';

/** Whoever has pushed a branch has opened its pull request by then, or has been interrupted. */
const OPENING_MILLISECONDS = 10_000;

const FIRST_PAUSE_MILLISECONDS = 250;

/**
 * The pull request that another replica is about to open. Of several that propose the same at the same moment, Git lets one
 * push the branch, and that one opens the pull request: not every Git host keeps two from being opened at once. The others
 * wait for it, as long as the branch is that young.
 *
 * @param branch.head - the commit that it is at
 * @param branch.earlier - its pull requests that have ended
 * @returns `undefined` where there is none, so that whoever manages to push the branch again opens one
 */
export async function openingElsewhere(
  {
    earlier,
    head,
    name,
  }: { name: string; head: string; earlier: PullRequest[] },
  {
    base,
    host,
    openingMilliseconds = OPENING_MILLISECONDS,
    repositories,
    repository,
  }: {
    base: string;
    host: Pick<GitHost, 'account' | 'find'>;
    openingMilliseconds?: number;
    repositories: Pick<RepositoryService, 'commit'>;
    repository: string;
  },
): Promise<PullRequest | undefined> {
  if (earlier.some(each => each.head.commit === head)) {
    return undefined;
  }
  const commit = await repositories.commit({ repository, commit: head });
  if (!isOwnCommit(commit)) {
    return undefined;
  }
  const age = Math.max(0, Date.now() - commit.committedAt);
  let left = openingMilliseconds - age;
  for (let pause = FIRST_PAUSE_MILLISECONDS; left > 0; pause *= 1.5) {
    await wait(Math.min(pause, left));
    left -= pause;
    const found = await pullRequestsOf(host, {
      repository,
      base,
      branches: new Set([name]),
    });
    const open = found.find(({ state }) => state === 'open');
    if (open) {
      return open;
    }
  }
  return undefined;
}
