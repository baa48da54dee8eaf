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
    'Without the option, the sync fails before it prunes anything. With it, Argo CD prunes the old workload and then cannot create the new one: an outage that lasts until somebody fixes it.',
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
    'Each sync resets which revision they route to: until the controller corrects that, requests reach pods that have not been promoted.',
  'routesReplaced.remedy':
    'Remove the option from the Application. If an object needs it, set it on that object, in the annotation argocd.argoproj.io/sync-options.',
  'replaced.seen':
    '{{becomes}} {{workload}} is replaced at each sync: Replace=true',
  'replaced.why':
    'In our measurements, the option made no difference to the switch itself. After the switch, each sync overwrites what others have set: if Git sets no replicas, those set by an autoscaler are lost, and the workload falls to 1 pod.',
  'replaced.remedy': 'Remove the option, or set replicas in Git.',
  'otherCanary.seen':
    'Rollout {{rollout}} of the same Application has a canary that is not promoted',
  'otherCanary.why':
    'Argo CD prunes only once everything that it applied is healthy: the switch of {{workloads}} waits for that canary, at double capacity.',
  'otherCanary.remedy': 'Promote or abort it first.',
  'otherCanary.code':
    'kubectl argo rollouts promote {{rollout}} -n {{namespace}}',
  'operationRunning.seen':
    'A sync of Application {{application}} is under way ({{phase}}: {{said}})',
  'operationRunning.why':
    'Argo CD does not start another sync until this one ends, so the switch would have to wait for it.',
  'operationRunning.remedy':
    'Wait until it ends, or terminate it, and preview again.',
  'operationRunning.code': 'argocd app terminate-op {{application}}',
  'applicationOutOfSync.seen': 'Application {{application}} is {{sync}}',
  'applicationOutOfSync.why':
    'The sync would also apply everything else that differs. If something broke, it would be hard to tell which change caused it.',
  'applicationOutOfSync.remedy':
    'Sync it, or find out why it cannot be compared, before you switch.',
  'applicationOutOfSync.code': 'argocd app diff {{application}}',
  'applicationUnhealthy.seen':
    'Application {{application}} is {{health}} ({{said}})',
  'applicationUnhealthy.why':
    'With PruneLast, Argo CD removes the old workload only once everything that it applied is healthy: until then, both run.',
  'applicationUnhealthy.remedy':
    'Fix what the message names before you switch.',
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
  'pruneRefused.seen':
    '{{kind}} {{workload}} is excluded from pruning: Prune=false',
  'pruneRefused.why':
    'The {{kind}} stays beside the {{replacedBy}}: twice the pods, and the Application stays OutOfSync.',
  'pruneRefused.remedy':
    'Take the option out of the annotation argocd.argoproj.io/sync-options, or of the syncOptions of the Application, before you switch.',
  'pruneConfirmed.seen':
    '{{kind}} {{workload}} is pruned only when somebody confirms it: Prune=confirm',
  'pruneConfirmed.why':
    'The {{kind}} runs beside the {{replacedBy}}, and the sync does not end, until then.',
  'pruneConfirmed.remedy':
    'Confirm the pruning once the {{replacedBy}} is healthy.',
  'kindNotPermitted.seen':
    '{{field}} of project {{project}} does not permit {{kind}} ({{group}}), which {{workload}} becomes',
  'kindNotPermitted.why':
    'Argo CD rejects the whole sync: nothing that is committed with this change, or after it, is applied.',
  'kindNotPermitted.remedy':
    'Have the project permit the kind: add it to namespaceResourceWhitelist, or take it out of namespaceResourceBlacklist.',
  'kindNotPermitted.code': '- group: {{group}}\n  kind: {{kind}}',
  'kindExcluded.seen': 'Argo CD excludes this kind: {{said}}',
  'kindExcluded.why':
    'The old workload would be removed, and the new one never applied.',
  'kindExcluded.remedy':
    'Take the kind out of resource.exclusions of argocd-cm, or add it to resource.inclusions.',
  'objectShared.seen': 'Two Applications manage the same object: {{said}}',
  'objectShared.why':
    'The other one applies the {{kind}} again when this one has removed it: both kinds would run.',
  'objectShared.remedy':
    'Take it out of one of the Applications, or switch in both with the same commit.',
  'syncWindows.seen':
    'Sync windows of project {{project}} apply to Application {{application}}: {{windows}}',
  'syncWindows.why':
    'Argo CD syncs only when they allow it: the switch, or its revert, may have to wait.',
  'syncWindows.remedy':
    'Merge when a sync is allowed, with enough time left for a revert.',
  'syncWindows.code': 'argocd proj windows list {{project}}',
  'ignoredDifferencesLeft.seen':
    'Application {{application}} ignores differences of {{kind}} {{workload}} in {{fields}}, and not of the {{replacedBy}}',
  'ignoredDifferencesLeft.why':
    'Argo CD and whatever else changes these fields, such as an autoscaler, would keep overwriting each other.',
  'ignoredDifferencesLeft.remedy':
    'Add an entry for the {{replacedBy}} to ignoreDifferences of the Application.',
  'ignoredDifferencesLeft.code':
    '- group: {{group}}\n  kind: {{replacedBy}}\n  # {{fields}}',
  'pruneLastOption.seen':
    'PruneLast=true is an option of the whole Application {{application}}',
  'pruneLastOption.why':
    'While a canary is paused, every commit that removes anything waits for it, including the revert of that canary.',
  'pruneLastOption.remedy':
    'Set it in an annotation on the workloads instead, and remove the option from the Application once the annotation is live.',
  'pruneLastOption.code':
    'metadata:\n  annotations:\n    argocd.argoproj.io/sync-options: PruneLast=true',
  'retryWithoutRefresh.seen':
    'Application {{application}} retries a failed sync {{limit}} times with the same revision',
  'retryWithoutRefresh.why':
    'A revert waits until these retries are over: in our measurements 311 s, and 23 s with refresh.',
  'retryWithoutRefresh.remedy':
    'Set refresh in spec.syncPolicy.retry of the Application, so that each retry uses the latest revision.',
  'retryWithoutRefresh.code': 'retry:\n  limit: 5\n  refresh: true',
  'applicationDrifted.seen':
    'Application {{application}} differs from Git: it is OutOfSync in Application {{parent}}, which manages it',
  'applicationDrifted.why':
    'The preview uses the Application as it is now. Once {{parent}} is synced, its source, values and sync options may change.',
  'applicationDrifted.remedy': 'Sync {{parent}} first, and preview again.',
  'applicationDrifted.code': 'argocd app diff {{parent}}',
  'pluginRenders.seen':
    'Argo CD renders Application {{application}} with a config management plugin',
  'pluginRenders.why':
    'Backstage renders without the plugin, so the preview does not include what it changes.',
  'pluginRenders.remedy': 'Compare with what Argo CD has rendered.',
  'pluginRenders.code': 'argocd app manifests {{application}}',
  'renderedOtherwise.seen':
    'Application {{application}} is Synced but has no {{kind}} {{workload}}, although the preview renders one from the same files',
  'renderedOtherwise.why':
    'Argo CD renders something else than the preview shows, so the switch may do something else, too.',
  'renderedOtherwise.remedy':
    'Compare with what Argo CD has rendered, or refresh the Application where it has not compared the latest commit yet.',
  'renderedOtherwise.code': 'argocd app manifests {{application}}',
  'applicationOwned.seen': '{{owner}} manages Application {{application}}',
  'applicationOwned.why': 'Manual changes to the Application are overwritten.',
  'applicationOwned.remedy':
    'If a finding asks for a change to the Application, make it in {{owner}}.',
} as const;
