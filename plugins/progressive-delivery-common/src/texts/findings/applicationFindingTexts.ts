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
  'forced.seen': '{{where}} has the sync option Force=true',
  'forced.why':
    'Argo CD deletes and creates again what it cannot change, with all its pods.',
  'forced.remedy': 'Remove that option for the time of the switch.',
  'replaced.seen': '{{where}} has the sync option Replace=true',
  'replaced.why':
    'Argo CD replaces objects instead of changing them: what others have written into them is gone after each sync, the replicas of an autoscaler among it.',
  'replaced.remedy':
    'Remove that option, or ignore differences of /spec/replicas.',
  'otherCanary.seen':
    'Rollout {{rollout}} of the same Application has a canary that is not promoted',
  'otherCanary.why':
    'Argo CD prunes when all that it applied is healthy: the switch of {{workloads}} waits for that canary, at double capacity.',
  'otherCanary.remedy': 'Promote or abort it first.',
  'otherCanary.code':
    'kubectl argo rollouts promote {{rollout}} -n {{namespace}}',
} as const;
