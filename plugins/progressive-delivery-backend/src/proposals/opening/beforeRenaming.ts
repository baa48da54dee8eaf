import { RepositoryService } from '../../git/RepositoryService';
import { isRevisionName } from '../../git/refs/checkRevision';
import { ApprovedChange } from './approveChange';
import { PullRequest } from '../gitHosts/GitHost';
import { branchesOfChange, proposalBranch } from '../branches/proposalBranch';
import { pullRequestsOf } from '../pullRequests/pullRequestsOf';
import { baseIn } from '../text/baseTrailer';

/** Bases that the branches of one change are read for. */
const MOST_BASES = 5;

type Branches = Pick<ApprovedChange, 'proposed' | 'branchPrefix'>;

/** How the branches of a change and of its opposite begin, whatever their base is called. */
export function beginningsOf({ branchPrefix, proposed }: Branches): string[] {
  return [true, false].map(enabled =>
    branchesOfChange({ ...proposed, enabled }, branchPrefix),
  );
}

/**
 * The pull request for a switch that is open from before its base was renamed, as a default branch is. Some Git hosts then
 * change its base, others leave it with a branch that is gone.
 *
 * @param heads - where the branches are that begin as those of the change do
 */
export async function beforeRenaming(
  { branchPrefix, host, proposed }: Branches & Pick<ApprovedChange, 'host'>,
  heads: ReadonlyMap<string, string>,
  {
    repositories,
  }: { repositories: Pick<RepositoryService, 'commit' | 'remoteHeads'> },
): Promise<{ pullRequest: PullRequest; enabled: boolean } | undefined> {
  const { base, repository } = proposed;
  const others = [true, false].flatMap(enabled =>
    Array.from(heads.keys())
      .filter(
        name =>
          name.startsWith(
            branchesOfChange({ ...proposed, enabled }, branchPrefix),
          ) && name !== proposalBranch({ ...proposed, enabled }, branchPrefix),
      )
      .map(name => ({ name, enabled })),
  );
  const openOnto = async (onto: string) => {
    const found = await pullRequestsOf(host, {
      repository,
      base: onto,
      branches: new Set(others.map(({ name }) => name)),
    });
    const pullRequest = found.find(({ state }) => state === 'open');
    const enabled = others.find(
      ({ name }) => name === pullRequest?.head.branch,
    )?.enabled;
    return pullRequest && enabled !== undefined
      ? { pullRequest, enabled }
      : undefined;
  };
  if (others.length === 0) {
    return undefined;
  }
  const retargeted = await openOnto(base);
  if (retargeted) {
    return retargeted;
  }
  const bases = new Set<string>();
  for (const { enabled, name } of others.slice(0, MOST_BASES)) {
    const { message } = await repositories.commit({
      repository,
      commit: heads.get(name)!,
    });
    const of = baseIn(message);
    // The branch's own name proves what the message says.
    if (
      of &&
      isRevisionName(of) &&
      proposalBranch({ ...proposed, base: of, enabled }, branchPrefix) === name
    ) {
      bases.add(of);
    }
  }
  if (bases.size === 0) {
    return undefined;
  }
  const there = await repositories.remoteHeads(repository, Array.from(bases));
  for (const gone of bases) {
    const open = there.has(gone) ? undefined : await openOnto(gone);
    if (open) {
      return open;
    }
  }
  return undefined;
}
