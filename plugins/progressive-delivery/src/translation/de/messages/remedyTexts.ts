import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const remedyTexts = {
  annotateApplication:
    'Zu den Annotationen von Application {{namespace}}/{{application}} hinzufügen, nach einem Komma, falls sie die Annotation schon hat: {{yaml}}',
  annotateSelected:
    'Zu den Annotationen jeder Application hinzufügen, die sie ausliefert, nach einem Komma, falls sie die Annotation schon hat: {{yaml}}',
  addAllowRule:
    'In der app-config eine Regel zu progressiveDelivery.allow hinzufügen: {{yaml}}',
  createProject:
    'Das AppProject anlegen, das Application {{namespace}}/{{application}} nennt.',
  permitInProject:
    'Es im AppProject von Application {{namespace}}/{{application}} erlauben.',
  listRepositories:
    'Die Repositorys der Application in der app-config zu progressiveDelivery.argocd[].repositories von Argo CD {{argocd}} hinzufügen, oder in sourceRepos des AppProject ihre Organisation nennen.',
  nameApplication:
    'Die Argo-CD-Application, die sie ausliefert, in argocd/app-name angeben und von dort zurückverweisen.',
  countNamespace:
    'Den Namespace in der app-config zu applicationNamespaces in progressiveDelivery.argocd hinzufügen, wenn allen zu trauen ist, die dort Applications schreiben dürfen.',

  correctApplication:
    'Den Namen in der Annotation korrigieren, oder den Namespace angeben, als namespace/name oder in argocd/app-namespace.',
  correctSelection:
    'Den Selector korrigieren, oder den Namespace in argocd/app-namespace angeben.',
  configureInstallation:
    'Argo CD in der app-config in progressiveDelivery.argocd eintragen.',

  correctField: 'Das Feld korrigieren, das die Meldung nennt.',
  permitReading:
    'Dem Konto, das das Kubernetes-Plugin für diesen Cluster verwendet, get und list auf applications und appprojects von Argo CD erlauben.',
  checkInstallation:
    'progressiveDelivery.argocd in der app-config mit den Clustern des Kubernetes-Plugins abgleichen.',
  installKubernetes:
    '@backstage/plugin-kubernetes-backend zum Backend hinzufügen, und seine Konfiguration zur app-config.',
  tryAgain:
    'Erneut versuchen, sobald der Cluster antwortet. Der Tab Kubernetes zeigt, ob Backstage ihn erreicht.',

  addSource: 'In der Application spec.source oder spec.sources ergänzen.',
  narrowSelector: 'Den Selector enger fassen.',
  splitEntity: 'Die Entität aufteilen, oder das Wichtigste zuerst nennen.',
  correctName: 'Den Namen oder namespace/name so schreiben wie in Argo CD.',
  correctNamespace: 'Den Namespace angeben, in dem die Application liegt.',
  correctNamespaceName:
    'Nur Kleinbuchstaben, Ziffern und "-" verwenden, höchstens 63 Zeichen.',
  correctCluster:
    'Den Namen angeben, den der Cluster im Kubernetes-Plugin hat.',
  correctSelector:
    'Wie für kubectl schreiben, zum Beispiel team=agents,tier!=test.',
  correctInstallation:
    'Eines davon angeben, oder die Annotation entfernen, um in allen zu suchen.',
  correctOverlay:
    'url: und die Adresse eines Verzeichnisses beim Git-Host angeben, oder dir: und den Pfad von der Katalogdatei aus.',
} satisfies Translation<typeof english.remedy>;
