import { DeliveryTarget, NamedWorkload } from '@progressive-delivery/engine';
import { KnownWorkloads } from '../../variants/LastKnownTargets';

/**
 * The workloads that switches move, as far as that was known when the target was last described. Before that, and where it
 * had none of these switches then, such as before their chart was prepared: all of its Application.
 *
 * @returns `undefined` where nobody knows any
 */
export function deliveredWorkloads(
  target: DeliveryTarget,
  switches: readonly string[],
  known: KnownWorkloads | undefined,
): NamedWorkload[] | undefined {
  const moved = (known?.workloads ?? []).filter(workload =>
    workload.switches.some(each => switches.includes(each)),
  );
  if (moved.length > 0) {
    return moved;
  }
  if (target.kind !== 'application') {
    return undefined;
  }
  const resources = target.application.status?.resources ?? [];
  return resources.flatMap(({ group, kind, name, namespace }) =>
    (kind === 'Deployment' && group === 'apps') ||
    (kind === 'Rollout' && group === 'argoproj.io')
      ? [{ name, namespace: namespace ?? '' }]
      : [],
  );
}
