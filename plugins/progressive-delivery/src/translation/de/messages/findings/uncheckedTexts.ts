import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const uncheckedTexts = {
  'off.reason':
    'Abgeschaltet durch progressiveDelivery.preflight.checks.{{check}}.severity',
  'off.remedy': 'Auf block, warn oder info setzen, oder entfernen.',
  'noApplication.reason':
    'Dieses Ziel hat keine Argo-CD-Application, die Backstage lesen kann',
  'noApplication.remedy':
    'Seine Application in der Annotation argocd/app-name der Entität angeben.',
  'withoutCluster.reason': 'Der Befehl liest keinen Cluster und kein Argo CD',
  'withoutCluster.remedy':
    'Vor dem Umstellen die Vorschau in Backstage ansehen, oder von Hand prüfen.',
  'notCompared.reason':
    'Argo CD hat diese Application noch nicht mit Git verglichen',
  'notCompared.remedy':
    'Warten, bis das geschehen ist, oder aktualisieren (Refresh).',
  'clusterUnknown.reason':
    'Kein Cluster des Kubernetes-Plugins passt zur Destination {{destination}}',
  'clusterUnknown.remedy':
    'Den Cluster dafür in progressiveDelivery.destinations angeben.',
  'namespaceUnknown.reason':
    'Der Namespace, in den ausgeliefert wird, ist unbekannt',
  'namespaceUnknown.remedy': 'spec.destination.namespace setzen.',
  'tooManyNamespaces.reason':
    'Die Workloads liegen in {{named, number}} Namespaces, und nur {{read}} davon werden gelesen',
  'tooManyNamespaces.remedy': 'Sie mit eigenen Applications ausliefern.',
  'namespaceNotRead.reason':
    'Namespace {{namespace}} wird nicht gelesen: Die Application hat dort noch nichts',
  'namespaceNotRead.remedy': 'Zuerst die Application synchronisieren.',
  'forbidden.reason':
    'Backstage fehlt in Cluster {{cluster}} die Berechtigung für {{verb}} auf {{resource}} (Antwort des Clusters: {{said}})',
  'forbidden.remedy':
    'Dem Konto des Kubernetes-Plugins für diesen Cluster das Verb {{verb}} auf {{resource}} geben, wie es docs/rbac/read-only.yaml tut.',
  'forbiddenToUser.reason':
    'Dem eigenen Konto in Cluster {{cluster}} fehlt die Berechtigung für {{verb}} auf {{resource}} (Antwort des Clusters: {{said}})',
  'forbiddenToUser.remedy':
    'Die Administratoren des Clusters um das Verb {{verb}} auf {{resource}} bitten.',
  'signInMissing.reason':
    'Cluster {{cluster}} wird mit der eigenen Anmeldung bei {{provider}} gefragt, und die fehlte bei dieser Anfrage',
  'signInMissing.remedy': 'Bei {{provider}} anmelden.',
  'unreadable.reason': 'Was der Cluster hat, ist nicht lesbar: {{said}}',
  'unreadable.remedy': 'Dieses Objekt korrigieren.',
  'failed.reason': '{{said}}',
  'failed.remedy': 'Erneut versuchen, wenn der Cluster antwortet.',
  'timedOut.reason':
    '{{what}} ließ sich nicht innerhalb von {{seconds}} s lesen',
  'timedOut.remedy': 'Erneut versuchen.',
  'pullRequestsTimedOut.reason':
    'Offene Pull Requests ließen sich nicht innerhalb von {{seconds}} s lesen',
  'pullRequestsTimedOut.remedy': 'Erneut versuchen.',
  'catalogTimedOut.reason':
    'Der Katalog ließ sich nicht innerhalb von {{seconds}} s lesen',
  'catalogTimedOut.remedy': 'Erneut versuchen.',
  'targetsTimedOut.reason':
    'Die anderen Ziele der Entität ließen sich nicht innerhalb von {{seconds}} s lesen',
  'targetsTimedOut.remedy': 'Erneut versuchen.',
  'clusterTimedOut.reason':
    'Cluster {{cluster}} hat nicht innerhalb von {{seconds}} s geantwortet',
  'clusterTimedOut.remedy': 'Erneut versuchen, wenn der Cluster antwortet.',
  'nameInvalid.reason': '{{name}} ist kein Name, den ein Objekt haben kann',
  'nameInvalid.remedy': 'Den Namen dort korrigieren, wo er angegeben ist.',
  'projectMissing.reason': 'Es gibt kein AppProject {{project}}',
  'projectMissing.remedy':
    'spec.project der Application korrigieren, oder das Projekt anlegen.',
  'controllerUnseen.reason':
    'Ein Controller von Argo Rollouts erneuert das Lease {{lease}}, aber kein verfügbares Deployment hat das Label {{label}}: Für welche Instance-ID und welche Namespaces er läuft, lässt sich von hier aus nicht sagen',
  'controllerUnseen.remedy':
    'Dem Deployment des Controllers das Label {{label}} geben.',
  'kindNotRead.reason':
    '{{kind}} {{name}} wird nicht gerendert, und Backstage liest keine Objekte dieses Typs im Cluster',
  'kindNotRead.remedy': 'Selbst nachsehen, ob es da ist.',
  'nobodyAsks.reason':
    'Für welche Entität und für wen geprüft werden soll, war nicht angegeben',
  'nobodyAsks.remedy': 'Die Vorschau auf der Seite einer Entität erstellen.',
  'switchesNotAsked.reason':
    'Die Datei setzt {{all}} Schalter, und nur für {{asked}} davon wurde nach offenen Pull Requests gesucht',
  'switchesNotAsked.remedy': 'Beim Git-Host nach weiteren suchen.',
  'namespaceNotOurs.reason':
    'Application {{application}} liefert diese aus und liegt in einem Namespace, in den Backstage nicht sieht',
  'namespaceNotOurs.remedy':
    'Den Namespace in progressiveDelivery.argocd zu applicationNamespaces dieses Argo CD hinzufügen.',
  'tooManyWorkloads.reason':
    'Der Schalter stellt {{all}} Workloads um, und nur {{looked}} davon wurden geprüft',
  'tooManyWorkloads.remedy':
    'Die anderen selbst prüfen, oder ihnen eigene Schalter geben.',
  'tooMany.reason': 'In einem Namespace gibt es mehr als {{most}} {{what}}',
  'tooMany.remedy': 'Selbst nachsehen, wer die Datei noch liest.',
  'earlierUnknown.reason':
    'Was {{workloads}} in {{earlier}} ist, ist nicht bekannt: Dieses Ziel hat keine Application, oder nichts dieses Namens',
  'earlierUnknown.remedy': 'Vor der Umstellung dort nachsehen.',
  'checkFailed.reason': 'Der Check selbst ist fehlgeschlagen: {{said}}',
  'checkFailed.remedy': 'Das Log des Backends ansehen.',
} satisfies Translation<typeof english.unchecked>;
