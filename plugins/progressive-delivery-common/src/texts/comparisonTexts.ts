/** What happens when a switch is flipped, what matters most first. */
export const comparisonTexts = {
  nothingChanges: 'No rendered manifest changes.',
  noKindChanges: 'No workload changes its kind.',
  kindChanges: '{{workload}} becomes a {{kind}} of the same name.',
  moreKindsChange_one: '{{count, number}} more workload changes its kind.',
  moreKindsChange_other: '{{count, number}} more workloads change their kind.',

  prunedLast:
    'Argo CD starts the {{kind}} beside the {{replaced}}, and removes the {{replaced}} once the {{kind}} is healthy.',
  notPrunedLast:
    'Argo CD may remove the {{replaced}} before the pods of the {{kind}} are ready, which is an outage: the {{replaced}} does not have the sync option PruneLast=true.',

  podsStay: 'The pod template of {{workload}} stays the same.',
  podsChange_one:
    'The pod template of {{workload}} changes in {{count, number}} field.',
  podsChange_other:
    'The pod template of {{workload}} changes in {{count, number}} fields.',
  replicasStay: 'Replicas of {{workload}}: {{replicas}}, as before.',
  replicasChange:
    'Replicas of {{workload}}: {{replicas}} instead of {{before}}.',
  replicasSet:
    'Replicas of {{workload}}: {{replicas}}. They were not set before.',
  replicasUnset: 'Replicas of {{workload}} are no longer set.',
  servicesKept_one: '{{services}} still selects the pods of {{workload}}.',
  servicesKept_other: '{{services}} still select the pods of {{workload}}.',
  servicesLost_one:
    '{{services}} no longer selects the pods of {{workload}}, which then get no traffic from it.',
  servicesLost_other:
    '{{services}} no longer select the pods of {{workload}}, which then get no traffic from them.',

  releasesInSteps_one:
    'Later releases go through {{count, number}} canary step.',
  releasesInSteps_other:
    'Later releases go through {{count, number}} canary steps.',
  releasesAtOnce: 'Later releases roll out at once, without canary steps.',

  documentAdded: '{{document}} is added.',
  documentRemoved: '{{document}} is removed.',
  documentChanges_one: '{{document}} changes in {{count, number}} field.',
  documentChanges_other: '{{document}} changes in {{count, number}} fields.',
  moreDocumentsChange_one: '{{count, number}} more manifest changes.',
  moreDocumentsChange_other: '{{count, number}} more manifests change.',

  rendersDifferently_one:
    '{{documents}} renders differently every time, with or without this change: Argo CD updates it at every sync.',
  rendersDifferently_other:
    '{{documents}} render differently every time, with or without this change: Argo CD updates them at every sync.',
  moreRenderDifferently_one:
    '{{count, number}} more manifest renders differently every time.',
  moreRenderDifferently_other:
    '{{count, number}} more manifests render differently every time.',
} as const;
