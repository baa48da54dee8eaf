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
} as const;
