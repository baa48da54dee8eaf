/** The texts of the filter, and of what is folded or left out. */
export const filterMessages = {
  filter: {
    label: 'Filter workloads',
    attention: 'Needs attention',
    kind: 'Kind',
    allKinds: 'All kinds',
    target: 'Target',
    allTargets: 'All targets',
    name: 'Workload name',
    shown: '{{shown, number}} of {{all, number}} workloads',
    clear: 'Clear filter',
    nothing: 'No workload matches the filter',
  },
  folded: {
    settled_one: '{{count, number}} workload, healthy',
    settled_other: '{{count, number}} workloads, all healthy',
    unsettled_one:
      '{{count, number}} of {{all, number}} workloads is not healthy',
    unsettled_other:
      '{{count, number}} of {{all, number}} workloads are not healthy',
    proposals_one: '{{count, number}} pull request in progress',
    proposals_other: '{{count, number}} pull requests in progress',
  },
  more: {
    healthy_one: 'Show {{count, number}} more healthy workload',
    healthy_other: 'Show {{count, number}} more healthy workloads',
  },
} as const;
