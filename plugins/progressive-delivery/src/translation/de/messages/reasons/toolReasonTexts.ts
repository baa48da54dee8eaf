import { PartOf } from '../../../shape/PartOf';

export const toolReasonTexts = {
  toolMissing:
    '{{command}} fehlt oder lässt sich nicht ausführen: {{configuration}} korrigieren',
  toolNotOnPath:
    'Im PATH des Backends gibt es kein {{command}}: installieren, oder {{configuration}} auf den Pfad setzen',
  toolVersionUnknown: '{{command}} nennt seine Version nicht ({{message}})',
  toolVersionInvalid:
    '"{{version}}", das in {{configuration}} steht, ist keine erkennbare Version',
  gitTooOld:
    'Git {{version}} ({{configuration}}) ist zu alt: {{wanted}} oder neuer ist nötig',
  helmUnknown: 'Helm {{helm}} ({{configuration}}) ist weder 3 noch 4',
  kustomizeTooOld:
    'Kustomize {{kustomize}} ({{configuration}}) kann Charts die Version des Clusters nicht mitteilen: 5.3 oder neuer ist nötig',
  kustomizeTooOldForHelm:
    'Kustomize {{kustomize}} ({{configuration}}) führt Helm {{helm}} nicht aus: Mit Helm 4 ist Kustomize 5.8 oder neuer nötig',
  kustomizeDiffers:
    'Die Application verlangt kustomize {{wanted}}, vorhanden ist {{found}}',
  takenForOption:
    '"{{value}}" für {{command}} könnte als Option verstanden werden',
  controlCharacters: '{{command}} bekäme Steuerzeichen',
  argumentInvalid: '{{field}} "{{value}}" ist ungültig: {{message}}',
  kubeVersionInvalid: '{{field}} "{{value}}" ist keine Version von Kubernetes',
  clusterVersionUnknown:
    'Was Charts von Cluster {{cluster}} sehen, ist nicht bekannt: Auf {{path}} kam keine Antwort',
  clusterVersionRefused:
    'Was Charts von Cluster {{cluster}} sehen, ist nicht bekannt: Auf {{path}} kam {{status}}',
  clusterVersionInvalid:
    'Was Charts von Cluster {{cluster}} sehen, ist nicht bekannt: Auf {{path}} kam eine unlesbare Antwort; Kubernetes 1.27 oder neuer ist nötig',
  tooManyObjects:
    'Das Overlay rendert mehr als {{limit, number}} Objekte, so viele wie progressiveDelivery.rendering.limits.objects erlaubt',
  notKubernetes:
    '{{file}} enthält ein Dokument, das kein Kubernetes-Objekt ist: {{field}}: {{message}}',
  toolOutOfMemory:
    '{{tool}} braucht mehr als {{mebibytes}} MiB Speicher (progressiveDelivery.rendering.limits.memoryMebibytes)',
  toolTimedOut:
    '{{tool}} brauchte länger als {{seconds}} s und wurde beendet (progressiveDelivery.rendering.limits.seconds)',
  toolPrintedTooMuch:
    '{{tool}} gab mehr als {{mebibytes}} MiB aus und wurde beendet (progressiveDelivery.rendering.limits.outputMebibytes)',
  toolKilled: '{{tool}} wurde durch {{signal}} beendet',
  toolSilent: '{{tool}} endete mit Exit-Code {{exitCode}} und ohne Meldung',
  toolNotStarted: '{{tool}} ließ sich nicht starten',
  kustomizeLosesRollout:
    '{{message}} (Kustomize kann weder die Replicas eines Rollouts setzen noch einen Typ patchen, den es nicht mehr gibt: siehe {{steps}})',
} satisfies PartOf<'reason'>;
