import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const comparisonTexts = {
  nothingChanges: 'Kein gerendertes Manifest ändert sich.',
  noKindChanges: 'Kein Workload wechselt seinen Typ (kind).',
  kindChanges: '{{workload}} wird zu einem {{kind}} gleichen Namens.',
  moreKindsChange_one:
    '{{count, number}} weiterer Workload wechselt seinen Typ (kind).',
  moreKindsChange_other:
    '{{count, number}} weitere Workloads wechseln ihren Typ (kind).',

  prunedLast:
    'Argo CD startet {{kind}} neben {{replaced}} und entfernt {{replaced}}, sobald {{kind}} Healthy ist.',
  notPrunedLast:
    'Argo CD kann {{replaced}} entfernen, bevor die Pods von {{kind}} bereit sind. Das ist ein Ausfall: {{replaced}} fehlt die Sync-Option PruneLast=true.',

  podsStay: 'Das Pod-Template von {{workload}} bleibt gleich.',
  podsChange_one:
    'Das Pod-Template von {{workload}} ändert sich in {{count, number}} Feld.',
  podsChange_other:
    'Das Pod-Template von {{workload}} ändert sich in {{count, number}} Feldern.',
  replicasStay: 'Replicas von {{workload}}: {{replicas}}, wie bisher.',
  replicasChange: 'Replicas von {{workload}}: {{replicas}} statt {{before}}.',
  replicasSet:
    'Replicas von {{workload}}: {{replicas}}. Bisher waren sie nicht gesetzt.',
  replicasUnset: 'Replicas von {{workload}} sind nicht mehr gesetzt.',
  servicesKept_one:
    '{{services}} selektiert weiterhin die Pods von {{workload}}.',
  servicesKept_other:
    '{{services}} selektieren weiterhin die Pods von {{workload}}.',
  servicesLost_one:
    '{{services}} selektiert die Pods von {{workload}} nicht mehr: Sie erhalten darüber keinen Traffic.',
  servicesLost_other:
    '{{services}} selektieren die Pods von {{workload}} nicht mehr: Sie erhalten darüber keinen Traffic.',

  releasesInSteps_one:
    'Spätere Releases durchlaufen {{count, number}} Canary-Schritt.',
  releasesInSteps_other:
    'Spätere Releases durchlaufen {{count, number}} Canary-Schritte.',
  releasesAtOnce:
    'Spätere Releases werden auf einmal ausgerollt, ohne Canary-Schritte.',

  documentAdded: '{{document}} kommt hinzu.',
  documentRemoved: '{{document}} entfällt.',
  documentChanges_one: '{{document}} ändert sich in {{count, number}} Feld.',
  documentChanges_other:
    '{{document}} ändert sich in {{count, number}} Feldern.',
  moreDocumentsChange_one: '{{count, number}} weiteres Manifest ändert sich.',
  moreDocumentsChange_other: '{{count, number}} weitere Manifeste ändern sich.',

  rendersDifferently_one:
    '{{documents}} wird jedes Mal anders gerendert, mit dieser Änderung und ohne sie: Argo CD aktualisiert es bei jedem Sync.',
  rendersDifferently_other:
    '{{documents}} werden jedes Mal anders gerendert, mit dieser Änderung und ohne sie: Argo CD aktualisiert sie bei jedem Sync.',
  moreRenderDifferently_one:
    '{{count, number}} weiteres Manifest wird jedes Mal anders gerendert.',
  moreRenderDifferently_other:
    '{{count, number}} weitere Manifeste werden jedes Mal anders gerendert.',
} satisfies Translation<typeof english.comparison>;
