import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const doctorTexts = {
  nothingMissing: 'In der app-config fehlt nichts.',
  configurationMissing: '{{message}}',

  toolFound: '{{version}} unter {{command}}',
  toolUnusable: '{{because}}',
  memoryLimited: 'Begrenzt den Speicher beim Rendern.',
  memoryUnlimited:
    'Im PATH des Backends gibt es kein prlimit, der Speicher beim Rendern ist deshalb nicht begrenzt: util-linux installieren.',

  clusterAnswers:
    'Kubernetes {{version}} antwortet und kennt Backstage als {{account}}.',
  clustersMissing: 'Es gibt keinen Cluster.',
  clusterOfUsers:
    'Hier meldet sich jeder selbst bei {{provider}} an: Was sich lesen und tun lässt, hängt vom eigenen Konto ab.',
  couldNotLook: 'Nicht geprüft: {{message}}',
  hostUnavailable: 'Nicht geprüft: {{host}} {{fault}}',
  tookTooLong: 'Nicht geprüft: Es dauerte länger als {{seconds}} s.',
  tooManyToLook: 'Nur die ersten {{looked}} von {{all}} wurden geprüft.',

  allowed: 'Erlaubt: {{verb}} auf {{resource}} in Namespace {{namespace}}.',
  denied:
    'Nicht erlaubt: {{verb}} auf {{resource}} in Namespace {{namespace}}. Die Regel in einer Role für das Konto des Kubernetes-Plugins ergänzen.',
  accessUnknown:
    'Ob {{verb}} auf {{resource}} in Namespace {{namespace}} erlaubt ist, ließ sich nicht feststellen: {{message}}',

  argocdFound: 'Argo CD ist vorhanden. Lesbare Applications: {{applications}}.',
  applicationsMissing:
    'Argo CD ist vorhanden, hat aber keine Application in diesem Namespace.',
  projectMissing:
    'In Namespace {{namespace}} gibt es kein AppProject default, Argo CD läuft also vermutlich woanders: namespace in progressiveDelivery.argocd korrigieren.',

  hostOnlyRead:
    'Repositorys lassen sich lesen. Pull Requests lassen sich bei Hosts vom Typ {{type}} nur mit einem Modul dafür öffnen.',
  credentialsMissing:
    'Es gibt keine Zugangsdaten: in {{integration}} ein Token eintragen.',
  credentialsRefused:
    'Der Host akzeptiert die Zugangsdaten nicht: in {{integration}} ersetzen.',
  scopesSuffice: 'Angemeldet als {{account}}, mit {{scopes}}.',
  scopesMissing:
    'Angemeldet als {{account}}. Es fehlt {{missing}}, vorhanden ist {{scopes}}.',
  scopesHidden:
    'Angemeldet als {{account}}. Der Host verrät nicht, was das Token darf. Nötig ist: {{needs}}.',
  repositoryWritable: '{{account}} darf in {{repository}} schreiben.',
  repositoryReadable: '{{account}} darf {{repository}} lesen.',
  repositoryReadOnly:
    '{{account}} darf {{repository}} lesen, aber nicht schreiben. Nötig ist: {{needs}}.',
  repositoryArchived:
    '{{repository}} ist archiviert, niemand kann es ändern: die Archivierung aufheben oder aus einem anderen ausliefern.',
  repositoryUnknown:
    '{{account}} darf {{repository}} lesen. Der Host verrät nicht, ob auch schreiben. Nötig ist: {{needs}}.',
} satisfies Translation<typeof english.doctor>;
