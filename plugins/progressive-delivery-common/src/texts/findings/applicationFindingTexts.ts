/** What checks of the Application and its project find. */
export const applicationFindingTexts = {
  'pruneLastMissing.seen':
    '{{kind}} {{workload}} does not have PruneLast=true in its annotation argocd.argoproj.io/sync-options, neither live nor in Git',
  'pruneLastMissing.why':
    'Argo CD removes the {{kind}} before it creates the {{replacedBy}}: no pod is ready until the new ones are.',
  'pruneLastMissing.remedy':
    'Add the annotation to the {{kind}} in a commit of its own, and switch once it is live.',
  'pruneLastMissing.code':
    'metadata:\n  annotations:\n    argocd.argoproj.io/sync-options: PruneLast=true',
  'pruneLastNotLive.seen':
    '{{kind}} {{workload}} has PruneLast=true in Git, but its live object does not have it yet',
  'pruneLastNotLive.why':
    'What is live when Argo CD prunes decides: without it, Argo CD removes the {{kind}} before it creates the {{replacedBy}}.',
  'pruneLastNotLive.remedy':
    'Wait until Argo CD has synced the annotation, or sync it now.',
  'dryRunSkipped.seen':
    'The cluster has no Rollouts, and {{option}} lets Argo CD sync {{workload}} nevertheless',
  'dryRunSkipped.why':
    'Without it the sync fails before it prunes; with it Argo CD prunes and then cannot create: an outage that nothing ends.',
  'dryRunSkipped.remedy':
    'Install Argo Rollouts first, and remove that option.',
  'recreated.seen':
    '{{becomes}} {{workload}} has the sync options Force=true and Replace=true',
  'recreated.why':
    'With both, Argo CD deletes it, with all its pods, and creates it again at every sync that changes it: each release is an outage, and no canary ever starts.',
  'recreated.remedy':
    'Remove Force=true from the annotation argocd.argoproj.io/sync-options.',
  'forced.seen': '{{becomes}} {{workload}} has the sync option Force=true',
  'forced.why':
    'Argo CD deletes it, with all its pods, and creates it again where a change is refused, such as that of a selector.',
  'forced.remedy':
    'Remove the option from the annotation argocd.argoproj.io/sync-options.',
  'routesReplaced.seen':
    'Application {{application}} has the sync option Replace=true, and Argo Rollouts writes into the Services or routes of {{becomes}} {{workload}}',
  'routesReplaced.why':
    'Each sync takes out again which revision they lead to: until the controller has noticed, requests reach pods that nobody has promoted.',
  'routesReplaced.remedy':
    'Remove the option from the Application; where an object needs it, give it to that one in the annotation argocd.argoproj.io/sync-options.',
  'replaced.seen':
    '{{becomes}} {{workload}} is replaced at each sync: Replace=true',
  'replaced.why':
    'Measured, the switch itself is the same with it. Later, what others have written into it is gone after each sync: where Git says no replicas, those of an autoscaler, so that it falls to 1.',
  'replaced.remedy': 'Remove the option, or have Git say the replicas.',
  'otherCanary.seen':
    'Rollout {{rollout}} of the same Application has a canary that is not promoted',
  'otherCanary.why':
    'Argo CD prunes when all that it applied is healthy: the switch of {{workloads}} waits for that canary, at double capacity.',
  'otherCanary.remedy': 'Promote or abort it first.',
  'otherCanary.code':
    'kubectl argo rollouts promote {{rollout}} -n {{namespace}}',
  'operationRunning.seen':
    'A sync of Application {{application}} is under way ({{phase}}: {{said}})',
  'operationRunning.why':
    'Argo CD starts no other sync before it ends, so the switch would wait for something that it has nothing to do with.',
  'operationRunning.remedy':
    'Wait until it ends, or terminate it, and preview again.',
  'operationRunning.code': 'argocd app terminate-op {{application}}',
  'applicationOutOfSync.seen': 'Application {{application}} is {{sync}}',
  'applicationOutOfSync.why':
    'The sync that switches would apply everything else that differs, too, and nobody could tell what did what.',
  'applicationOutOfSync.remedy':
    'Sync it, or find out why it cannot be compared, before you switch.',
  'applicationOutOfSync.code': 'argocd app diff {{application}}',
  'applicationUnhealthy.seen':
    'Application {{application}} is {{health}} ({{said}})',
  'applicationUnhealthy.why':
    'With PruneLast, Argo CD removes the old workload only when all that it applied is healthy: both would run until then.',
  'applicationUnhealthy.remedy':
    'Make it healthy before you switch; the message names what is not.',
  'applicationUnhealthy.code': 'argocd app get {{application}}',
  'syncManual.seen': 'Application {{application}} is not synced automatically',
  'syncManual.why':
    'Merging the pull request changes nothing until somebody syncs, and removes the old workload only if that sync prunes.',
  'syncManual.remedy': 'After the merge, sync it with pruning.',
  'syncManual.code': 'argocd app sync {{application}} --prune',
  'pruneOff.seen':
    'Application {{application}} is synced without pruning, and {{workloads}} is to be removed',
  'pruneOff.why':
    'The old workload stays beside the new one: twice the pods, and the Service sends requests to both.',
  'pruneOff.remedy':
    'After the merge, when the new workload is healthy, sync once with pruning.',
  'pruneOff.code': 'argocd app sync {{application}} --prune',
  'pruneRefused.seen': '{{kind}} {{workload}} is not to be pruned: Prune=false',
  'pruneRefused.why':
    'The {{kind}} stays beside the {{replacedBy}}: twice the pods, and the Application stays OutOfSync.',
  'pruneRefused.remedy':
    'Take the option out of the annotation argocd.argoproj.io/sync-options, or of the syncOptions of the Application, before you switch.',
  'pruneConfirmed.seen':
    '{{kind}} {{workload}} is pruned only when somebody confirms it: Prune=confirm',
  'pruneConfirmed.why':
    'The {{kind}} runs beside the {{replacedBy}}, and the sync does not end, until then.',
  'pruneConfirmed.remedy':
    'Be there to confirm when the {{replacedBy}} is healthy.',
  'kindNotPermitted.seen':
    '{{field}} of project {{project}} does not permit {{kind}} ({{group}}), which {{workload}} becomes',
  'kindNotPermitted.why':
    'Argo CD refuses the whole sync: nothing that is committed with it or after it arrives.',
  'kindNotPermitted.remedy':
    'Have the project permit the kind: add it to namespaceResourceWhitelist, or take it out of namespaceResourceBlacklist.',
  'kindNotPermitted.code': '- group: {{group}}\n  kind: {{kind}}',
  'kindExcluded.seen': 'Argo CD leaves the kind out: {{said}}',
  'kindExcluded.why':
    'The old workload would be removed, and the new one never applied.',
  'kindExcluded.remedy':
    'Take the kind out of resource.exclusions of argocd-cm, or add it to resource.inclusions.',
  'objectShared.seen': 'Two Applications want the same object: {{said}}',
  'objectShared.why':
    'The other one applies the {{kind}} again when this one has removed it: both kinds would run.',
  'objectShared.remedy':
    'Take it out of one of the Applications, or switch in both with the same commit.',
  'syncWindows.seen':
    'Sync windows of project {{project}} apply to Application {{application}}: {{windows}}',
  'syncWindows.why':
    'Outside of what they allow Argo CD does not sync: the switch, or its revert, arrives only when the window opens.',
  'syncWindows.remedy':
    'Merge when a sync is allowed, with enough time left for a revert.',
  'syncWindows.code': 'argocd proj windows list {{project}}',
  'ignoredDifferencesLeft.seen':
    'Application {{application}} ignores differences of {{kind}} {{workload}} in {{fields}}, and not of the {{replacedBy}}',
  'ignoredDifferencesLeft.why':
    'Whoever changes these fields in the cluster, such as an autoscaler, and Argo CD would take turns.',
  'ignoredDifferencesLeft.remedy':
    'Add an entry for the {{replacedBy}} to ignoreDifferences of the Application.',
  'ignoredDifferencesLeft.code':
    '- group: {{group}}\n  kind: {{replacedBy}}\n  # {{fields}}',
  'pruneLastOption.seen':
    'PruneLast=true is an option of the whole Application {{application}}',
  'pruneLastOption.why':
    'While a canary is paused, every commit that removes anything waits for it, the revert of that canary too.',
  'pruneLastOption.remedy':
    'Have the workloads carry it in an annotation instead, and take the option out once that is live.',
  'pruneLastOption.code':
    'metadata:\n  annotations:\n    argocd.argoproj.io/sync-options: PruneLast=true',
  'retryWithoutRefresh.seen':
    'Application {{application}} retries a failed sync {{limit}} times with the same revision',
  'retryWithoutRefresh.why':
    'A revert waits until these retries are over: measured 311 s, and 23 s with refresh.',
  'retryWithoutRefresh.remedy':
    'Have it retry with what Git has by then, in spec.syncPolicy of the Application.',
  'retryWithoutRefresh.code': 'retry:\n  limit: 5\n  refresh: true',
  'applicationDrifted.seen':
    'Application {{application}} is not what Git holds for it: Application {{parent}}, which delivers it, is OutOfSync in it',
  'applicationDrifted.why':
    'The preview is of the Application as it is now. As soon as {{parent}} is synced it is another one: its source, its values and its sync options may change.',
  'applicationDrifted.remedy': 'Sync {{parent}} first, and preview again.',
  'applicationDrifted.code': 'argocd app diff {{parent}}',
  'pluginRenders.seen':
    'Argo CD renders Application {{application}} with a config management plugin',
  'pluginRenders.why':
    'Backstage renders without it: what the plugin changes is not in the preview, which is not exact.',
  'pluginRenders.remedy': 'Compare with what Argo CD has rendered.',
  'pluginRenders.code': 'argocd app manifests {{application}}',
  'renderedOtherwise.seen':
    'Application {{application}} is Synced, and has no {{kind}} {{workload}}, which was rendered from the same files',
  'renderedOtherwise.why':
    'Argo CD renders something else than the preview shows, so the switch may do something else, too.',
  'renderedOtherwise.remedy':
    'Compare with what Argo CD has rendered, or refresh the Application where it has not compared the latest commit yet.',
  'renderedOtherwise.code': 'argocd app manifests {{application}}',
  'applicationOwned.seen': '{{owner}} makes Application {{application}}',
  'applicationOwned.why':
    'What you change in the Application by hand is written over.',
  'applicationOwned.remedy':
    'Where a finding asks for a change of the Application, make it in {{owner}}.',
} as const;
