import {
  DeliveryTargetSummary,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The workloads that the component's own switches move, then those of others; else as they come. */
export function ownWorkloadsFirst({
  switches,
  workloads,
}: Pick<DeliveryTargetSummary, 'switches' | 'workloads'>): Workload[] {
  const own = new Set(
    switches.filter(({ owned }) => owned).map(({ id }) => id),
  );
  const isOwn = (workload: Workload) =>
    workload.switch !== undefined && own.has(workload.switch);
  return [
    ...workloads.filter(isOwn),
    ...workloads.filter(workload => !isOwn(workload)),
  ];
}
