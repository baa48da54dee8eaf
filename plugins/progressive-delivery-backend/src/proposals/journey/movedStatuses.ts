import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { JourneySurroundings, LiveStatus } from './JourneySurroundings';

/** The kind that a proposal asks for. */
export function requested({
  enabled,
}: Pick<JourneySurroundings, 'enabled'>): WorkloadKind {
  return enabled ? 'Rollout' : 'Deployment';
}

/** The kind that it takes away. */
export function other({
  enabled,
}: Pick<JourneySurroundings, 'enabled'>): WorkloadKind {
  return enabled ? 'Deployment' : 'Rollout';
}

/** What runs of a workload as a kind; matched by namespace, too. */
export function statusOf(
  { namespace, name }: { namespace: string; name: string },
  kind: WorkloadKind,
  { live }: Pick<JourneySurroundings, 'live'>,
): LiveStatus | undefined {
  return live.find(
    each =>
      each.kind === kind && each.namespace === namespace && each.name === name,
  );
}

/** What runs, as a kind, of what the switch moves. */
export function movedStatuses(
  kind: WorkloadKind,
  surroundings: Pick<JourneySurroundings, 'live' | 'moved'>,
): LiveStatus[] {
  return workloadsOf(surroundings).flatMap(
    workload => statusOf(workload, kind, surroundings) ?? [],
  );
}

/** What the switch moves, as far as that is known. */
export function workloadsOf({
  moved,
}: Pick<JourneySurroundings, 'moved'>): { namespace: string; name: string }[] {
  return moved.state === 'known' ? moved.workloads : [];
}
