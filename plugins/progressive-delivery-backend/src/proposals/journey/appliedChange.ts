import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AppliedRevision } from './appliedRevisions';
import { Holding } from './JourneySurroundings';

/** Syncs that are looked at, latest first: Argo CD keeps ten. */
const MOST_SYNCS = 10;

/** Whether revisions hold the change; a problem where they could not be read. */
export type Holds = (commits: string[]) => Promise<boolean | Problem>;

/**
 * Whether what was applied last holds the change. Where it does, since which sync after the merge; where it does not, whether
 * an earlier sync after the merge did, so that Argo CD has gone back.
 *
 * @param applied - latest first
 */
export async function appliedChange(
  applied: AppliedRevision[],
  { holds, mergedAt }: { holds: Holds; mergedAt: string | undefined },
): Promise<Holding> {
  const [latest, ...earlier] = applied.slice(0, MOST_SYNCS);
  if (!latest) {
    return { state: 'unknown' };
  }
  const [commit] = latest.commits;
  const held = await holds(latest.commits);
  if (typeof held !== 'boolean') {
    return { state: 'unknown', problem: held };
  }
  const sinceMerge = earlier.filter(({ at }) => isAfter(at, mergedAt));
  if (!held) {
    for (const { commits } of sinceMerge) {
      if ((await holds(commits)) === true) {
        return { state: 'lacks', commit, rolledBack: true };
      }
    }
    return { state: 'lacks', commit, rolledBack: false };
  }
  let first = latest;
  for (const each of sinceMerge) {
    if ((await holds(each.commits)) !== true) {
      break;
    }
    first = each;
  }
  return {
    state: 'holds',
    commit: first.commits.at(0),
    at: isAfter(first.at, mergedAt) ? first.at : undefined,
  };
}

function isAfter(at: string | undefined, other: string | undefined): boolean {
  return (
    at !== undefined &&
    other !== undefined &&
    Date.parse(at) >= Math.floor(Date.parse(other) / 1000) * 1000
  );
}
