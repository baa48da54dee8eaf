import {
  ArgoCdEvidence,
  JourneySurroundings,
  Standing,
} from './JourneySurroundings';
import { other, requested, statusOf, workloadsOf } from './movedStatuses';
import {
  clusterUnknown,
  current,
  failed,
  nothingServes,
  unknown,
  whereEffectUnknown,
} from './standings';

/** Whether Argo CD has rendered the change into the branch that it syncs. */
export function whereUnhydrated(
  hydrated: NonNullable<ArgoCdEvidence['hydrated']>,
): Standing {
  switch (hydrated.state) {
    case 'holds':
      return { state: 'done', commit: hydrated.commit, at: hydrated.at };
    case 'lacks':
      return current({ id: 'awaitingHydration', parameters: {} });
    case 'failed': {
      const { message } = hydrated;
      return failed({ id: 'hydrationFailed', parameters: { message } });
    }
    case 'unknown':
      return unknown({ id: 'gitUnknown', parameters: {} }, hydrated.problem);
    default:
      return hydrated satisfies never;
  }
}

/**
 * Whether Argo CD has applied the change: told by what the revision holds that it has applied, because commit ids differ
 * after a squash and revisions do not move for commits that change nothing of the path. Where that cannot be read, the
 * requested kind being there says so.
 */
export function whereUnsynced(surroundings: JourneySurroundings): Standing {
  const { argocd, liveUnknown } = surroundings;
  const kind = requested(surroundings);
  if (argocd?.applied.state === 'holds') {
    const { at, commit } = argocd.applied;
    return { state: 'done', at, commit };
  }
  if (argocd?.applied.state === 'lacks' && argocd.applied.rolledBack) {
    const revision = argocd.applied.commit?.slice(0, 8) ?? '';
    return failed({ id: 'rolledBack', parameters: { kind, revision } });
  }
  const effectUnknown = whereEffectUnknown(surroundings);
  if (effectUnknown) {
    return effectUnknown;
  }
  const missing = workloadsOf(surroundings).filter(
    workload => !statusOf(workload, kind, surroundings),
  );
  const applying = argocd?.syncing?.holds ? argocd.syncing : undefined;
  if (missing.length === 0 && (applying || argocd?.applied.state !== 'lacks')) {
    return { state: 'done', commit: applying?.revision };
  }
  if (missing.length > 0) {
    if (liveUnknown !== undefined) {
      return clusterUnknown(liveUnknown);
    }
    const gone = missing.find(
      workload => !statusOf(workload, other(surroundings), surroundings),
    );
    if (gone) {
      return nothingServes(gone);
    }
  }
  return argocd
    ? whereArgoCdIs(argocd, kind)
    : current({ id: 'awaitingSync', parameters: { kind } });
}

function whereArgoCdIs(
  { application, problem, syncing, syncs }: ArgoCdEvidence,
  kind: string,
): Standing {
  if (problem !== undefined) {
    return failed({ id: 'syncFailed', parameters: { message: problem } });
  }
  if (syncing?.holds) {
    const revision = syncing.revision?.slice(0, 8) ?? '';
    return current({ id: 'syncing', parameters: { kind, revision } });
  }
  return syncs
    ? current({ id: 'awaitingSync', parameters: { kind } })
    : current({ id: 'awaitingManualSync', parameters: { kind, application } });
}
