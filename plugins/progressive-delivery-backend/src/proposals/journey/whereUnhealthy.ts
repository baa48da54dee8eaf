import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  JourneySurroundings,
  LiveStatus,
  Standing,
} from './JourneySurroundings';
import { movedStatuses, other, requested, statusOf } from './movedStatuses';
import { current, failed, nothingServes } from './standings';

/** Whether the first release of the requested kind has become healthy. */
export function whereUnhealthy(surroundings: JourneySurroundings): Standing {
  const there = movedStatuses(requested(surroundings), surroundings);
  const waiting = there.filter(status => !hasBeenHealthy(status));
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
    return there.some(({ steps }) => steps.length > 0)
      ? {
          state: 'done',
          reason: toMessage('journey', { id: 'noCanary', parameters: {} }),
        }
      : { state: 'done' };
  }
  const { message, name: workload, phase } = status;
  const reason =
    message === undefined || message === ''
      ? ({ id: 'unhealthy', parameters: { workload, phase } } as const)
      : ({
          id: 'unhealthyBecause',
          parameters: { workload, phase, message },
        } as const);
  return phase === 'Degraded' ? failed(reason) : current(reason);
}

/**
 * It is healthy, or a later release is not: one that leaves the revision before it serving with all the pods that it is
 * to have. How that release fares is not the switch's doing.
 */
function hasBeenHealthy({ aborted, phase, replicas, revisions }: LiveStatus) {
  if (phase === 'Healthy') {
    return true;
  }
  const newest = newestRevision(revisions);
  const serves = revisions.some(
    ({ available, desired, revision = newest }) =>
      revision < newest && desired > 0 && available >= desired,
  );
  return serves || (aborted && replicas.available > 0);
}

/** Whether something was released after the switch. */
export function hasLaterRelease({ revisions }: LiveStatus): boolean {
  return newestRevision(revisions) > 1;
}

function newestRevision(revisions: LiveStatus['revisions']): number {
  return Math.max(...revisions.map(({ revision = 0 }) => revision));
}
