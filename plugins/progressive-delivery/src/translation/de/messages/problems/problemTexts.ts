import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';
import { accessProblemTexts } from './accessProblemTexts';
import { actionProblemTexts } from './actionProblemTexts';
import { chartProblemTexts } from './chartProblemTexts';
import { hostProblemTexts } from './hostProblemTexts';
import { proposalProblemTexts } from './proposalProblemTexts';
import { targetProblemTexts } from './targetProblemTexts';

export const problemTexts = {
  other: '{{message}}',

  requestRejected:
    'Cluster {{cluster}} akzeptiert die Anfrage zu {{resource}} in Namespace {{namespace}} nicht: {{message}}',
  forbidden:
    'Backstage fehlt die Berechtigung für {{verb}} auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}}: dem Konto des Kubernetes-Plugins dafür die Verben {{required}} geben (Antwort des Clusters: {{message}})',
  forbiddenToUser:
    'Der eigenen Anmeldung bei {{provider}} fehlt die Berechtigung für {{verb}} auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}} (Antwort des Clusters: {{message}})',
  signInMissing:
    'Cluster {{cluster}} wird mit der eigenen Anmeldung bei {{provider}} gefragt, und die fehlte bei dieser Anfrage',
  clusterUnknown: 'Das Kubernetes-Plugin kennt Cluster {{cluster}} nicht',
  kindMissing:
    'Cluster {{cluster}} kennt {{resource}} nicht: Die CustomResourceDefinition ist nicht installiert. Deployments brauchen sie nicht; für Rollouts muss dort Argo Rollouts installiert sein',
  verbNotSupported:
    'Cluster {{cluster}} unterstützt {{verb}} auf {{resource}} nicht ({{message}})',
  clusterFailed:
    'Cluster {{cluster}} konnte {{verb}} auf {{resource}} in Namespace {{namespace}} nicht ausführen ({{message}})',
  clusterTimedOut:
    'Cluster {{cluster}} hat nicht innerhalb von {{seconds}} s geantwortet',
  clusterUnreachable:
    'Cluster {{cluster}} ist über das Kubernetes-Plugin nicht erreichbar: {{message}}',
  clusterStarting:
    'Cluster {{cluster}} lehnt ab, was er gerade erlaubt hat, wie ein API-Server beim Start: {{message}}',
  clustersUnreachable:
    'Das Kubernetes-Plugin ließ sich nicht nach seinen Clustern fragen: {{message}}',
  kubernetesMissing:
    'Das Kubernetes-Plugin läuft in diesem Backstage nicht oder ist nicht konfiguriert',
  clustersUnreadable:
    'Das Kubernetes-Plugin hat nicht mit seinen Clustern geantwortet',
  answerUnreadable:
    'Die Antwort von Cluster {{cluster}} zu {{resource}} in Namespace {{namespace}} ist nicht lesbar: {{message}}',
  nameInvalid: '"{{name}}" ist kein Name, den Kubernetes vergibt',

  watchInterrupted:
    'Der Watch auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}} ist abgerissen',
  watchEndedAtOnce:
    'Der Watch auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}} wurde sofort beendet',
  watchDead:
    'Der Watch auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}} ist tot: Er endete nicht, als er hätte enden müssen',
  watchLineTooLong:
    'Ein Watch hat eine Zeile mit mehr als {{characters, number}} Zeichen geschickt',
  changesMissed:
    'Änderungen an {{resource}} in Namespace {{namespace}} von Cluster {{cluster}} gingen verloren. Es wird neu gelesen',
  polled:
    'Bis das behoben ist, wird alle paar Sekunden aufgelistet, was läuft, statt es zu beobachten',

  destinationUnknown:
    'Der Live-Zustand wird nicht angezeigt: Kein Cluster passt zur Destination {{destination}}. In progressiveDelivery.destinations den Cluster des Kubernetes-Plugins dafür angeben.',
  placeUnknown:
    'Der Live-Zustand wird nicht angezeigt: Dieses Ziel hat keine Argo-CD-Application. Wo es läuft, sagen deshalb die Annotationen backstage.io/kubernetes-cluster und backstage.io/kubernetes-namespace, und eine Regel in progressiveDelivery.allow muss es erlauben.',
  notRendered:
    'Der Live-Zustand wird nicht angezeigt: Es wird anhand dessen gefunden, was das Overlay rendert, und das ist nicht bekannt',
  tooManyNamespaces:
    'Die Application nennt Workloads in {{named, number}} Namespaces. Angezeigt werden nur die in {{shown, number}} davon.',
  otherNamespace:
    '{{kind}} {{name}} in Namespace {{namespace}} wird nicht angezeigt: Die Annotation backstage.io/kubernetes-namespace sagt {{annotated}}.',
  untracked:
    '{{kind}} {{name}} in Namespace {{namespace}} wird nicht angezeigt: Der Namespace ist nicht der der Application, und eine Tracking-ID, die die Zugehörigkeit belegt, fehlt (application.resourceTrackingMethod "annotation" von Argo CD).',
  otherApplication:
    '{{kind}} {{name}} in Namespace {{namespace}} wird nicht angezeigt: Laut Tracking-ID gehört es einer anderen Application.',
  workloadUnreadable:
    '{{kind}} {{name}} in Namespace {{namespace}} ist nicht lesbar: {{message}}',
  statusOfLaterVersion:
    'Das Backend hat eine neuere Version und meldet diesen Workload so, dass diese Seite es nicht lesen kann. Die Seite neu laden oder das Frontend-Plugin aktualisieren.',
  backendUnreadable:
    'Die Antwort des Backends auf {{route}} kann diese Seite nicht lesen: Frontend- und Backend-Plugin haben wahrscheinlich verschiedene Versionen',
  backendNotStreaming:
    'Die Antwort auf {{route}} ist kein Event-Stream: Etwas zwischen dieser Seite und dem Backend hat stattdessen geantwortet',
  backendTimedOut:
    'Das Backend hat nicht innerhalb von {{seconds}} s geantwortet',
  objectsUnreadable:
    '{{amount, number}} der {{resource}} in Namespace {{namespace}} sind nicht lesbar und fehlen, zum Beispiel wegen {{message}}',

  applicationEmpty:
    'Nichts läuft: Application {{application}} nennt kein Deployment und keinen Rollout.',
  overlayEmpty:
    'Nichts läuft: Das Overlay rendert kein Deployment und keinen Rollout.',
  nothingOfApplication:
    'Kein Workload der Application {{application}} läuft (gesucht: {{workloads}}). In Argo CD synchronisieren, oder den Namespace prüfen, in den sie ausliefert.',
  nothingOfOverlay:
    'Kein Workload, den das Overlay rendert, läuft (gesucht: {{workloads}}). Das Overlay deployen, oder den Namespace prüfen, den es angibt.',

  overlayNotWatched:
    'Der Live-Zustand eines Overlays ergibt sich erst beim Rendern und wird deshalb nur im Tab der Komponente angezeigt',
  fleetTooLarge:
    'Es gibt mehr Komponenten mit Zielen, als hier stehen: nur die ersten {{shown, number}} werden gezeigt.',

  ...proposalProblemTexts,
  ...hostProblemTexts,
  ...chartProblemTexts,
  ...targetProblemTexts,
  ...actionProblemTexts,
  ...accessProblemTexts,
} satisfies Translation<typeof english.problem>;
