import { WorkloadEvent } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { EventObject } from '../objects/kinds/eventObject';
import { Owned } from '../objects/ownedObjects';

/** Events that are reported of a workload. */
const MOST_EVENTS = 20;

/**
 * The latest that has happened to a workload and to what it owns: warnings of all of it, and what else is recorded of
 * the workload itself.
 *
 * @param uid - of the workload
 * @param ownedUids - of all that it owns
 */
export function workloadEvents(
  uid: string,
  ownedUids: string[],
  events: Owned<EventObject>,
): WorkloadEvent[] {
  return [
    ...events(uid),
    ...ownedUids.flatMap(each =>
      events(each).filter(({ isWarning }) => isWarning),
    ),
  ]
    .sort(latestFirst)
    .slice(0, MOST_EVENTS)
    .map(event => ({
      kind: event.kind ?? '',
      name: event.name ?? '',
      type: event.isWarning ? 'Warning' : 'Normal',
      reason: event.reason,
      message: event.message,
      count: event.count,
      at: event.lastAt,
    }));
}

/** Where times are the same, which are of seconds, the one that was recorded last has the greater name. */
function latestFirst(one: EventObject, other: EventObject): number {
  const order = Date.parse(other.lastAt ?? '') - Date.parse(one.lastAt ?? '');
  if (order) {
    return order;
  }
  return one.metadata.name < other.metadata.name ? 1 : -1;
}
