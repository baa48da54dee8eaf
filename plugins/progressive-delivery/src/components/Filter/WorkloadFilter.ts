import {
  DeliveryTargetSummary,
  WorkloadKind,
  workloadKindSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Which targets and workloads the tab shows; nothing set shows all. */
export interface WorkloadFilter {
  /** Only those that need somebody. */
  attention: boolean;
  kind?: WorkloadKind;
  /** Id of a target. */
  target?: string;
  /** Part of a workload's name, in any case. */
  name: string;
}

export const NO_FILTER: WorkloadFilter = { attention: false, name: '' };

/** Whether it is about workloads, and not only about their target. */
export function selectsWorkloads({
  attention,
  kind,
  name,
}: WorkloadFilter): boolean {
  return attention || kind !== undefined || name !== '';
}

export function isActive(filter: WorkloadFilter): boolean {
  return filter.target !== undefined || selectsWorkloads(filter);
}

/** The filter that an address names; what it names and is not there selects nothing. */
export function readFilter(
  query: URLSearchParams,
  targets: Pick<DeliveryTargetSummary, 'id'>[],
): WorkloadFilter {
  const kind = workloadKindSchema.safeParse(query.get('kind'));
  return {
    attention: query.get('attention') === 'true',
    kind: kind.success ? kind.data : undefined,
    target: targets.find(({ id }) => id === query.get('target'))?.id,
    name: query.get('name')?.trim() ?? '',
  };
}

/** An address with this filter; what else it says stays. */
export function writeFilter(
  query: URLSearchParams,
  { attention, kind, name, target }: WorkloadFilter,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const values = {
    attention: attention ? 'true' : undefined,
    kind,
    target,
    name: name.trim() || undefined,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) {
      next.delete(key);
    } else {
      next.set(key, value);
    }
  }
  return next;
}
