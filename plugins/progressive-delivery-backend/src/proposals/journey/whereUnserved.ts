import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { JourneySurroundings, Standing } from './JourneySurroundings';
import { movedStatuses, requested } from './movedStatuses';
import { current, unknown } from './standings';
import { hasLaterRelease } from './whereUnhealthy';

/** Whether the Services of what the switch moves have ready endpoints. */
export function whereUnserved(surroundings: JourneySurroundings): Standing {
  const { endpoints } = surroundings;
  // What a later release makes of the endpoints is its own story; that there is one shows that the switch has arrived.
  const first = movedStatuses(requested(surroundings), surroundings).filter(
    status => status.replicas.desired > 0 && !hasLaterRelease(status),
  );
  if (first.length === 0) {
    return { state: 'done' };
  }
  if (endpoints.state === 'unknown') {
    return unknown(
      { id: 'endpointsUnknown', parameters: {} },
      endpoints.problem,
    );
  }
  const names = new Set(first.map(({ name }) => name));
  const own = endpoints.services.filter(({ workload }) => names.has(workload));
  const without = own.find(({ ready }) => ready === 0);
  if (without) {
    const { service, workload } = without;
    return current({ id: 'noEndpoints', parameters: { service, workload } });
  }
  return own.length === 0
    ? {
        state: 'done',
        reason: toMessage('journey', { id: 'noServices', parameters: {} }),
      }
    : { state: 'done' };
}
