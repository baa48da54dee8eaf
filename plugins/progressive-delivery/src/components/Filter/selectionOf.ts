import {
  DeliveryTargetSummary,
  RolloutStatus,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { panelId } from '../../ui/panelId';
import { Standings } from './standings';
import { selectsWorkloads, WorkloadFilter } from './WorkloadFilter';

type TargetOf = Pick<DeliveryTargetSummary, 'id' | 'workloads'>;

/** What a filter shows. */
export interface Selection {
  /** Whether some workloads are left out. */
  partial: boolean;
  workload: (workload: Workload, target: TargetOf) => boolean;
  rollout: (rollout: RolloutStatus, target: TargetOf) => boolean;
  target: (target: TargetOf, rollouts: RolloutStatus[]) => boolean;
  /** Whether what the entity cannot use is shown: it needs somebody, and has no workloads. */
  unusable: boolean;
  /** Whether a workload is settled, and has been since the list was opened. */
  isSettled: (rollout: RolloutStatus, target: TargetOf) => boolean;
}

export function selectionOf(
  filter: WorkloadFilter,
  standings: Standings,
): Selection {
  const partial = selectsWorkloads(filter);
  const part = filter.name.toLowerCase();
  const isNamed = ({ name }: { name: string }) =>
    name.toLowerCase().includes(part);
  const needs = (
    target: TargetOf,
    workload?: { kind: string; namespace: string; name: string },
  ) => standings.get(panelId(target.id, workload)) === 'needing';

  const rollout: Selection['rollout'] = (each, target) =>
    isNamed(each) &&
    (filter.kind === undefined || each.kind === filter.kind) &&
    (!filter.attention || needs(target, each));
  const workload: Selection['workload'] = (each, target) =>
    isNamed(each) &&
    (filter.kind === undefined ||
      [each.kindInGit, ...each.kindsLive].includes(filter.kind)) &&
    (!filter.attention ||
      each.kindsLive.some(kind => needs(target, { ...each, kind })));
  return {
    partial,
    rollout,
    workload,
    target: (each, rollouts) =>
      (filter.target === undefined || each.id === filter.target) &&
      (!partial ||
        each.workloads.some(one => workload(one, each)) ||
        rollouts.some(one => rollout(one, each)) ||
        // Where what runs could not be read, there is no workload to select.
        (filter.attention &&
          filter.kind === undefined &&
          part === '' &&
          needs(each))),
    unusable:
      filter.target === undefined && filter.kind === undefined && part === '',
    isSettled: (each, target) => !standings.has(panelId(target.id, each)),
  };
}
