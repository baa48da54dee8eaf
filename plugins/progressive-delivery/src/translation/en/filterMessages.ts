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
    shown: '{{shown}} of {{all}} workloads',
    clear: 'Clear filter',
    nothing: 'No workload matches the filter',
  },
  folded: {
    settled_one: '{{count}} workload, healthy',
    settled_other: '{{count}} workloads, all healthy',
    unsettled_one: '{{count}} of {{all}} workloads is not settled',
    unsettled_other: '{{count}} of {{all}} workloads are not settled',
    proposals_one: '{{count}} pull request on its way',
    proposals_other: '{{count}} pull requests on their way',
  },
  more: {
    healthy_one: 'Show {{count}} more healthy workload',
    healthy_other: 'Show {{count}} more healthy workloads',
  },
} as const;
