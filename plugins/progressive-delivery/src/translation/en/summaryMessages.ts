/** The texts of the summary at the top of the tab. */
export const summaryMessages = {
  summary: {
    title: 'Summary',
    workload: '{{name}}, {{target}}',
    act: '{{action}} {{name}}',
    waitsAt: 'Waiting for a decision at {{weight, number}}%',
    waitsAtSince:
      'Waiting for a decision at {{weight, number}}% (for {{since}})',
    waits: 'Waiting for a decision',
    waitsSince: 'Waiting for a decision (for {{since}})',
    failing: 'Failing',
    unknown: 'State unknown',
    moving: 'Rolling out',
    settled: 'Nothing to do',
    unread: 'Live state could not be read',
    incomplete: 'Live state may be incomplete',
    absent: 'Nothing is running',
    stale: 'Not up to date',
    more_one: 'Show {{count, number}} more',
    more_other: 'Show {{count, number}} more',
    healthy_one: '{{count, number}} workload is healthy',
    healthy_other: '{{count, number}} workloads are healthy',
    othersHealthy_one: '{{count, number}} other workload is healthy',
    othersHealthy_other: '{{count, number}} other workloads are healthy',
    loading: 'Some targets are still loading',
  },
} as const;
