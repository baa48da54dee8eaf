/** Why a proposal has not come further. */
export const journeyTexts = {
  closed: 'The pull request was closed without being merged',
  awaitingMerge: 'Waiting for the pull request to be merged',
  awaitingSync: 'Waiting for Argo CD to apply the {{kind}}',
  syncFailed: 'Argo CD could not sync: {{message}}',
  awaitingPrune:
    'Waiting for Argo CD to remove the {{kind}}, once the {{replacedBy}} is healthy',
  bothRun_one:
    'Both run: {{count}} pod of the {{kind}} still runs beside the {{replacedBy}}, until Argo CD prunes the {{kind}}',
  bothRun_other:
    'Both run: {{count}} pods of the {{kind}} still run beside the {{replacedBy}}, until Argo CD prunes the {{kind}}',
  nothingServes: 'No pod of {{workload}} is available: nothing serves',
  unhealthy: '{{workload}} is {{phase}}',
  unhealthyBecause: '{{workload}} is {{phase}}: {{message}}',
  movesNothing: 'This switch does not change the kind of any workload',
  gitUnknown:
    'Which workloads this switch changes is unknown, because Git could not be read or rendered',
  effectUnknown:
    'Which workloads this switch changes is unknown, because it cannot be tried without a change elsewhere',
  clusterUnknown: 'What runs could not be read',
} as const;
