import { JourneySurroundings, Standing } from './JourneySurroundings';
import {
  movedStatuses,
  other,
  requested,
  statusOf,
  workloadsOf,
} from './movedStatuses';
import {
  clusterUnknown,
  current,
  failed,
  nothingServes,
  whereEffectUnknown,
} from './standings';
import { whereUnhealthy } from './whereUnhealthy';

/** Whether the requested kind is there and the other one is gone. */
export function whereUnchanged(surroundings: JourneySurroundings): Standing {
  const { argocd, liveUnknown } = surroundings;
  const effectUnknown = whereEffectUnknown(surroundings);
  if (effectUnknown) {
    return effectUnknown;
  }
  const missing = workloadsOf(surroundings).filter(
    workload => !statusOf(workload, requested(surroundings), surroundings),
  );
  if (missing.length > 0) {
    return whereMissing(missing, surroundings);
  }
  const left = movedStatuses(other(surroundings), surroundings);
  if (left.length > 0) {
    return whereBothKinds(
      left.reduce((sum, { replicas }) => sum + replicas.ready, 0),
      surroundings,
    );
  }
  return liveUnknown === undefined
    ? { state: 'done', at: argocd?.prunedAt }
    : clusterUnknown(liveUnknown);
}

function whereMissing(
  missing: { namespace: string; name: string }[],
  surroundings: JourneySurroundings,
): Standing {
  const { argocd, liveUnknown } = surroundings;
  if (liveUnknown !== undefined) {
    return clusterUnknown(liveUnknown);
  }
  const gone = missing.find(
    workload => !statusOf(workload, other(surroundings), surroundings),
  );
  if (gone) {
    return nothingServes(gone);
  }
  if (argocd?.problem !== undefined) {
    const message = argocd.problem;
    return failed({ id: 'syncFailed', parameters: { message } });
  }
  const [{ name: workload }] = missing;
  const kind = requested(surroundings);
  return current({ id: 'awaitingKind', parameters: { kind, workload } });
}

/** @param count - pods that are ready of the kind that is to go */
function whereBothKinds(
  count: number,
  surroundings: JourneySurroundings,
): Standing {
  const { argocd } = surroundings;
  if (argocd?.problem !== undefined) {
    const message = argocd.problem;
    return failed({ id: 'syncFailed', parameters: { message } });
  }
  const unhealthy = whereUnhealthy(surroundings);
  if (unhealthy.state === 'failed') {
    return unhealthy;
  }
  const kind = other(surroundings);
  const replacedBy = requested(surroundings);
  if (argocd && !argocd.prunes && unhealthy.state === 'done') {
    const { application } = argocd;
    return failed({
      id: 'awaitingManualPrune',
      parameters: { kind, application },
    });
  }
  if (unhealthy.state !== 'done' || count === 0) {
    return current({ id: 'awaitingPrune', parameters: { kind, replacedBy } });
  }
  const bothRun = {
    id: 'bothRun',
    parameters: { count, kind, replacedBy },
  } as const;
  // While Argo CD is at it, that is how it goes; afterwards nobody will end it.
  return argocd && !argocd.syncing ? failed(bothRun) : current(bothRun);
}
