import { ApplicationTarget } from '@progressive-delivery/engine';
import { commitsOf } from '../proposals/journey/appliedRevisions';

/** Syncs that are told: Argo CD keeps ten. */
const MOST_SYNCS = 20;

const COMMIT = /^[0-9a-f]{40}$/;

/** A sync of an Application, and the commit that came with it. */
export interface Sync {
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601; absent while it runs. */
  endedAt?: string;
  /** Clone URL, as the Application says it. */
  repository: string;
  commit: string;
}

/** What came of one source. */
interface Come {
  commit: string;
  repository?: string;
}

/**
 * The syncs that Argo CD keeps of a target, oldest first: whole ones that succeeded, and the one that runs. Those are left
 * out of which it cannot be told when they began or what came with them: of several sources more than one may have
 * moved, and what a hydrator has committed nobody has.
 */
export function syncsOf({
  application: { spec, status = {} },
}: Pick<ApplicationTarget, 'application'>): Sync[] {
  if (spec.sourceHydrator) {
    return [];
  }
  const { history, operationState } = status;
  const syncs = (history ?? []).map(entry => ({
    startedAt: entry.deployStartedAt,
    endedAt: entry.deployedAt,
    came: cameWith(entry),
  }));
  if (operationState?.phase === 'Running' && operationState.syncResult) {
    syncs.push({
      startedAt: operationState.startedAt,
      endedAt: undefined,
      came: cameWith(operationState.syncResult),
    });
  }
  return syncs
    .flatMap(({ came, endedAt, startedAt }, index) => {
      const moved = onlyMoved(came, index > 0 ? syncs[index - 1].came : []);
      return startedAt && moved?.repository && COMMIT.test(moved.commit)
        ? [
            {
              startedAt,
              endedAt,
              repository: moved.repository,
              commit: moved.commit,
            },
          ]
        : [];
    })
    .slice(-MOST_SYNCS);
}

function cameWith(
  synced: Parameters<typeof commitsOf>[0] & {
    source?: { repoURL?: string } | null;
    sources?: { repoURL?: string }[] | null;
  },
): Come[] {
  const sources = synced.sources?.length
    ? synced.sources
    : [synced.source ?? {}];
  return commitsOf(synced).map((commit, place) => ({
    commit,
    repository: sources.at(place)?.repoURL,
  }));
}

/** What came of the only source that moved, or of several that are one repository. */
function onlyMoved(came: Come[], before: Come[]): Come | undefined {
  const [first, ...others] =
    came.length === 1
      ? came
      : came.filter(({ commit }, place) => commit !== before.at(place)?.commit);
  return first &&
    others.every(
      ({ commit, repository }) =>
        commit === first.commit && repository === first.repository,
    )
    ? first
    : undefined;
}
