/** What a stop of a proposal's journey waits for, what went wrong there, or what there is to know about it. */
export const journeyTexts = {
  closed: 'The pull request was closed without being merged',
  closedBy: '{{who}} closed the pull request without merging it',
  awaitingMerge:
    'Waiting for somebody who can merge into {{base}} to merge the pull request',
  draft:
    'The pull request is a draft: somebody has to mark it as ready for review',
  conflicts:
    'The pull request conflicts with {{base}}: update its branch, or preview again',
  checksFailed:
    'Checks of the pull request failed: {{checks}}. Fix them, or run them again',
  checksPending: 'Waiting for checks of the pull request: {{checks}}',
  changesRequested: '{{who}} requested changes to the pull request',
  awaitingReview: 'Waiting for a review from {{who}}',
  reviewUnknown:
    'Waiting for the pull request to be merged into {{base}}; its checks and reviews could not be read',
  takenBack:
    'A later change in Git reverted it: the workload becomes a {{kind}} again',
  awaitingHydration:
    'Waiting for Argo CD to render the change into the branch that it syncs',
  hydrationFailed:
    'Argo CD could not render the change into the branch that it syncs: {{message}}',
  awaitingSync:
    'Waiting for Argo CD to apply the {{kind}}; without a webhook, it polls Git every few minutes',
  awaitingManualSync:
    'Argo CD does not sync automatically: somebody who can sync Application {{application}} must sync it to apply the {{kind}}',
  syncing: 'Argo CD is applying the {{kind}}, of revision {{revision}}',
  syncFailed: 'Argo CD could not sync: {{message}}',
  rolledBack:
    'Argo CD had applied the {{kind}} and was then synced back to revision {{revision}}, which does not have it: sync the latest revision again, or revert the change in Git',
  awaitingPrune:
    'Waiting for Argo CD to remove the {{kind}}, once the {{replacedBy}} is healthy',
  awaitingManualPrune:
    'Argo CD does not prune automatically: somebody who can sync Application {{application}} must prune the {{kind}}',
  awaitingKind: 'Waiting for {{kind}} {{workload}} to be created',
  bothRun_one:
    'Both run: {{count, number}} pod of the {{kind}} still runs beside the {{replacedBy}}, until Argo CD prunes the {{kind}}',
  bothRun_other:
    'Both run: {{count, number}} pods of the {{kind}} still run beside the {{replacedBy}}, until Argo CD prunes the {{kind}}',
  nothingServes: 'No pod of {{workload}} is available to serve traffic',
  unhealthy: '{{workload}} is {{phase}}',
  unhealthyBecause: '{{workload}} is {{phase}}: {{message}}',
  noCanary: 'No canary was run: a new Rollout skips its steps',
  noEndpoints: 'Service {{service}} has no ready endpoint of {{workload}}',
  noServices: 'No Service selects its pods',
  endpointsUnknown: 'The endpoints of its Services could not be read',
  movesNothing: 'This switch does not change the kind of any workload',
  gitUnknown:
    'Which workloads this switch changes is unknown, because Git could not be read or rendered',
  effectUnknown:
    'Which workloads this switch changes is unknown, because it cannot be tried without a change elsewhere',
  clusterUnknown: 'Live state could not be read',
} as const;
