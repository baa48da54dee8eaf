import { DeliveryTarget, NamedWorkload } from '@progressive-delivery/engine';
import { KnownWorkloads } from '../../variants/LastKnownTargets';

/**
 * The workloads that switches move, as far as that was known when the target was last described; before that, all of its
 * Application.
 */
export function deliveredWorkloads(
  target: DeliveryTarget,
  switches: readonly string[],
  known: KnownWorkloads | undefined,
): NamedWorkload[] {
  if (known) {
    return known.workloads.filter(workload =>
      workload.switches.some(each => switches.includes(each)),
    );
  }
  const resources =
    target.kind === 'application'
      ? target.application.status?.resources ?? []
      : [];
  return resources.flatMap(({ group, kind, name, namespace }) =>
    (kind === 'Deployment' && group === 'apps') ||
    (kind === 'Rollout' && group === 'argoproj.io')
      ? [{ name, namespace: namespace ?? '' }]
      : [],
  );
}
