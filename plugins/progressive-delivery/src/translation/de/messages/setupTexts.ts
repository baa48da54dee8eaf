import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const setupTexts = {
  clustersMissing:
    'Kein Kubernetes-Cluster ist konfiguriert: kubernetes.clusterLocatorMethods fehlt in der app-config oder ist leer. Argo CD und was läuft, wird über das Kubernetes-Plugin gelesen.',
  argocdMissing:
    'Kein Argo CD ist konfiguriert: progressiveDelivery.argocd fehlt in der app-config oder ist leer. Komponenten werden über die Argo-CD-Applications gefunden, die sie ausliefern.',
  argocdClusterUnknown:
    'Laut progressiveDelivery.argocd läuft Argo CD {{argocd}} in Cluster {{cluster}}. Das Kubernetes-Plugin kennt ihn nicht, sondern {{known}}.',
  gitHostsMissing:
    'Kein Git-Host ist konfiguriert: integrations fehlt in der app-config oder ist leer. GitOps-Repositorys werden mit diesen Zugangsdaten gelesen und geändert.',
  gitUnusable: 'Kein Repository lässt sich lesen. {{because}}',
  toolsUnusable: 'Von keiner Änderung ist eine Vorschau möglich. {{because}}',
  argocdToolsUnusable:
    'Für das, was Argo CD {{argocd}} ausliefert, ist keine Vorschau möglich. {{because}}',
} satisfies Translation<typeof english.setup>;
