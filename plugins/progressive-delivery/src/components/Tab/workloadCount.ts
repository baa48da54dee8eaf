import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Selection } from '../Filter/selectionOf';

/** How many workloads there are in Git or live; one that is both, or of two kinds at a time, counts once. */
export function workloadCount(
  targets: DeliveryTargetSummary[],
  rolloutsOf: (target: DeliveryTargetSummary) => RolloutStatus[],
  selection?: Selection,
): number {
  const names = targets.flatMap(target => [
    ...target.workloads
      .filter(each => selection?.workload(each, target) ?? true)
      .map(({ namespace, name }) => [target.id, namespace, name]),
    ...rolloutsOf(target)
      .filter(each => selection?.rollout(each, target) ?? true)
      .map(({ namespace, name }) => [target.id, namespace, name]),
  ]);
  return new Set(names.map(each => JSON.stringify(each))).size;
}
