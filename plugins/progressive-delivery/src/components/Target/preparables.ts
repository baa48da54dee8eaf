import {
  ChartsResponse,
  DeliveryChart,
  DeliveryTargetSummary,
  NotPreparable,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Whether a workload is one that a switch in its chart would switch: not one that only the cluster knows. */
export function lacksSwitch(
  { kindInGit, switch: id }: Workload,
  { rendering, switches }: DeliveryTargetSummary,
): boolean {
  return (
    rendering.state === 'done' &&
    kindInGit === 'Deployment' &&
    !switches.some(each => each.id === id)
  );
}

/** What there is to offer for the workloads of a target that lack a switch. */
export interface Preparables {
  /** The charts that a pull request can prepare, prepares or has prepared. */
  charts: DeliveryChart[];
  /** Why others cannot be prepared; without a chart: why there is none. */
  others: { chart?: DeliveryChart; reason: NotPreparable }[];
}

/** A chart that has a switch is left out: it is prepared. */
export function preparablesOf({
  charts,
  notPreparable,
}: ChartsResponse): Preparables {
  const without = charts.filter(({ switches }) => switches.length === 0);
  const isUnderway = ({ proposal }: DeliveryChart) =>
    proposal?.state === 'open' || proposal?.state === 'merged';
  return {
    charts: without.filter(
      chart => chart.notPreparable === undefined || isUnderway(chart),
    ),
    others: [
      ...(notPreparable ? [{ reason: notPreparable }] : []),
      ...without.flatMap(chart =>
        chart.notPreparable && !isUnderway(chart)
          ? [{ chart, reason: chart.notPreparable }]
          : [],
      ),
    ],
  };
}
