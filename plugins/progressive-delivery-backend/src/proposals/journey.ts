import {
  JourneyReason,
  JourneyStop,
  Problem,
  RolloutStatus,
  toMessage,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PullRequest } from './gitHosts/GitHost';

/** What runs, as far as a journey depends on it. */
export type LiveStatus = Pick<
  RolloutStatus,
  | 'kind'
  | 'namespace'
  | 'name'
  | 'phase'
  | 'message'
  | 'replicas'
  | 'revisions'
  | 'aborted'
>;

/** The workloads that a switch moves. */
export type MovedWorkloads =
  | { state: 'known'; workloads: { namespace: string; name: string }[] }
  /** `problem`: why Git does not tell; absent where the switch could not be tried. */
  | { state: 'unknown'; problem?: Problem };

/** What a journey is told from. */
export interface JourneySurroundings {
  pullRequest: Pick<PullRequest, 'state' | 'url' | 'createdAt' | 'endedAt'>;
  enabled: boolean;
  moved: MovedWorkloads;
  /** Of the whole target. */
  live: LiveStatus[];
  /** Why more may be live than that. */
  liveUnknown?: Problem;
  /** What Argo CD says where it could not sync. */
  syncProblem?: string;
}

/** Stops after the merge, in their order. */
const AFTER_MERGE = ['synced', 'kind-changed', 'healthy'] as const;

/**
 * How far a proposal has come. What Argo CD has applied is told from what is live, not from revisions: those do not
 * move for commits that do not touch the path, and break with squash merges.
 */
export function journey(surroundings: JourneySurroundings): JourneyStop[] {
  const { pullRequest } = surroundings;
  const { createdAt, endedAt, state, url } = pullRequest;
  const opened: JourneyStop = {
    id: 'pull-request',
    state: 'done',
    at: createdAt,
    url,
  };
  switch (state) {
    case 'closed':
      return [
        {
          ...opened,
          state: 'failed',
          at: endedAt,
          reason: toMessage('journey', { id: 'closed', parameters: {} }),
        },
      ];
    case 'open':
      return [
        opened,
        {
          id: 'merged',
          state: 'current',
          url,
          reason: toMessage('journey', { id: 'awaitingMerge', parameters: {} }),
        },
        ...AFTER_MERGE.map((id): JourneyStop => ({ id, state: 'waiting' })),
      ];
    case 'merged':
      return [
        opened,
        { id: 'merged', state: 'done', at: endedAt, url },
        ...afterMerge(surroundings),
      ];
    default:
      return state satisfies never;
  }
}

/** Where it stands, if not beyond. */
type Standing = Pick<JourneyStop, 'state' | 'reason' | 'problem'> | undefined;

function afterMerge(surroundings: JourneySurroundings): JourneyStop[] {
  const standings: Record<(typeof AFTER_MERGE)[number], () => Standing> = {
    synced: () => whereUnsynced(surroundings),
    'kind-changed': () => whereBothKinds(surroundings),
    healthy: () => whereUnhealthy(surroundings),
  };
  let ahead: 'waiting' | 'unknown' | undefined;
  return AFTER_MERGE.map((id): JourneyStop => {
    if (ahead) {
      return { id, state: ahead };
    }
    const standing = standings[id]();
    if (!standing) {
      return { id, state: 'done' };
    }
    ahead = standing.state === 'unknown' ? 'unknown' : 'waiting';
    return { id, ...standing };
  });
}

function whereUnsynced(surroundings: JourneySurroundings): Standing {
  const { liveUnknown, moved, syncProblem } = surroundings;
  if (moved.state === 'unknown') {
    return unknown(
      toMessage('journey', {
        id: moved.problem ? 'gitUnknown' : 'effectUnknown',
        parameters: {},
      }),
      moved.problem,
    );
  }
  if (moved.workloads.length === 0) {
    return unknown(
      toMessage('journey', { id: 'movesNothing', parameters: {} }),
    );
  }
  const missing = moved.workloads.filter(
    workload => !statusOf(workload, requested(surroundings), surroundings),
  );
  if (missing.length === 0) {
    return undefined;
  }
  if (liveUnknown !== undefined) {
    return clusterUnknown(liveUnknown);
  }
  const gone = missing.find(
    workload => !statusOf(workload, other(surroundings), surroundings),
  );
  if (gone) {
    return nothingServes(gone);
  }
  return syncProblem === undefined
    ? {
        state: 'current',
        reason: toMessage('journey', {
          id: 'awaitingSync',
          parameters: { kind: requested(surroundings) },
        }),
      }
    : syncFailed(syncProblem);
}

function whereBothKinds(surroundings: JourneySurroundings): Standing {
  const { liveUnknown, syncProblem } = surroundings;
  const left = statuses(other(surroundings), surroundings);
  if (left.length === 0) {
    return liveUnknown === undefined ? undefined : clusterUnknown(liveUnknown);
  }
  if (syncProblem !== undefined) {
    return syncFailed(syncProblem);
  }
  const kind = other(surroundings);
  const replacedBy = requested(surroundings);
  const unhealthy = whereUnhealthy(surroundings);
  if (unhealthy?.state === 'failed') {
    return unhealthy;
  }
  const count = left.reduce((sum, { replicas }) => sum + replicas.ready, 0);
  return {
    state: 'current',
    reason:
      unhealthy || count === 0
        ? toMessage('journey', {
            id: 'awaitingPrune',
            parameters: { kind, replacedBy },
          })
        : toMessage('journey', {
            id: 'bothRun',
            parameters: { count, kind, replacedBy },
          }),
  };
}

function whereUnhealthy(surroundings: JourneySurroundings): Standing {
  const waiting = statuses(requested(surroundings), surroundings).filter(
    status => !hasBeenHealthy(status),
  );
  const alone = waiting.find(
    status =>
      status.replicas.desired > 0 &&
      status.replicas.available === 0 &&
      !statusOf(status, other(surroundings), surroundings),
  );
  if (alone) {
    return nothingServes(alone);
  }
  const status =
    waiting.find(({ phase }) => phase === 'Degraded') ?? waiting.at(0);
  if (!status) {
    return undefined;
  }
  const { message, name: workload, phase } = status;
  return {
    state: phase === 'Degraded' ? 'failed' : 'current',
    reason:
      message === undefined || message === ''
        ? toMessage('journey', {
            id: 'unhealthy',
            parameters: { workload, phase },
          })
        : toMessage('journey', {
            id: 'unhealthyBecause',
            parameters: { workload, phase, message },
          }),
  };
}

/**
 * It is healthy, or a later release is not: one that leaves the revision before it serving with all the pods that it is
 * to have. How that release fares is not the switch's doing.
 */
function hasBeenHealthy({ aborted, phase, replicas, revisions }: LiveStatus) {
  if (phase === 'Healthy') {
    return true;
  }
  const newest = Math.max(...revisions.map(({ revision = 0 }) => revision));
  const serves = revisions.some(
    ({ available, desired, revision = newest }) =>
      revision < newest && desired > 0 && available >= desired,
  );
  return serves || (aborted && replicas.available > 0);
}

function requested({ enabled }: JourneySurroundings): WorkloadKind {
  return enabled ? 'Rollout' : 'Deployment';
}

function other({ enabled }: JourneySurroundings): WorkloadKind {
  return enabled ? 'Deployment' : 'Rollout';
}

function statusOf(
  { namespace, name }: { namespace: string; name: string },
  kind: WorkloadKind,
  { live }: JourneySurroundings,
): LiveStatus | undefined {
  return live.find(
    each =>
      each.kind === kind && each.namespace === namespace && each.name === name,
  );
}

function statuses(
  kind: WorkloadKind,
  surroundings: JourneySurroundings,
): LiveStatus[] {
  const { moved } = surroundings;
  return moved.state === 'known'
    ? moved.workloads.flatMap(
        workload => statusOf(workload, kind, surroundings) ?? [],
      )
    : [];
}

function unknown(reason: JourneyReason, problem?: Problem): Standing {
  return { state: 'unknown', reason, problem };
}

function clusterUnknown(problem: Problem): Standing {
  return unknown(
    toMessage('journey', { id: 'clusterUnknown', parameters: {} }),
    problem,
  );
}

function syncFailed(message: string): Standing {
  return {
    state: 'failed',
    reason: toMessage('journey', { id: 'syncFailed', parameters: { message } }),
  };
}

function nothingServes({ name }: { name: string }): Standing {
  return {
    state: 'failed',
    reason: toMessage('journey', {
      id: 'nothingServes',
      parameters: { workload: name },
    }),
  };
}
