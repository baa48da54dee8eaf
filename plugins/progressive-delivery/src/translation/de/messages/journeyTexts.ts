import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const journeyTexts = {
  closed: 'Der Pull Request wurde ohne Merge geschlossen',
  closedBy: '{{who}} hat den Pull Request ohne Merge geschlossen',
  awaitingMerge:
    'Wartet darauf, dass jemand mit Schreibrecht den Pull Request in {{base}} mergt',
  draft:
    'Der Pull Request ist ein Entwurf: Jemand muss ihn als bereit zum Review markieren',
  conflicts:
    'Der Pull Request hat Konflikte mit {{base}}: seinen Branch aktualisieren oder eine neue Vorschau erstellen',
  checksFailed:
    'Checks des Pull Requests sind fehlgeschlagen: {{checks}}. Die Ursache beheben oder die Checks neu starten',
  checksPending: 'Wartet auf Checks des Pull Requests: {{checks}}',
  changesRequested: '{{who}} hat Änderungen am Pull Request angefordert',
  awaitingReview: 'Wartet auf das Review von {{who}}',
  reviewUnknown:
    'Wartet auf den Merge des Pull Requests in {{base}}; seine Checks und Reviews ließen sich nicht lesen',
  takenBack:
    'Eine spätere Änderung in Git hat das zurückgenommen: Der Workload soll wieder {{kind}} sein',
  awaitingHydration:
    'Wartet darauf, dass Argo CD die Änderung in den Branch rendert, den es synchronisiert',
  hydrationFailed:
    'Argo CD konnte die Änderung nicht in den Branch rendern, den es synchronisiert: {{message}}',
  awaitingSync:
    'Wartet darauf, dass Argo CD {{kind}} anwendet; ohne Webhook sieht es nur alle paar Minuten nach',
  awaitingManualSync:
    'Argo CD synchronisiert nicht von selbst: Jemand, der Application {{application}} synchronisieren darf, muss es tun, damit {{kind}} angewendet wird',
  syncing: 'Argo CD wendet {{kind}} aus Revision {{revision}} an',
  syncFailed: 'Argo CD konnte nicht synchronisieren: {{message}}',
  rolledBack:
    'Argo CD hatte {{kind}} angewendet und wurde dann auf Revision {{revision}} zurückgesetzt, in der {{kind}} fehlt: die neueste Revision wieder synchronisieren, oder die Änderung in Git zurücknehmen',
  awaitingPrune:
    'Wartet darauf, dass Argo CD {{kind}} entfernt, sobald {{replacedBy}} Healthy ist',
  awaitingManualPrune:
    'Argo CD prunt nicht von selbst: Jemand, der Application {{application}} synchronisieren darf, muss {{kind}} prunen',
  awaitingKind: 'Wartet darauf, dass {{kind}} {{workload}} angelegt wird',
  bothRun_one:
    'Beide laufen: {{count, number}} Pod von {{kind}} läuft noch neben {{replacedBy}}, bis Argo CD {{kind}} prunt',
  bothRun_other:
    'Beide laufen: {{count, number}} Pods von {{kind}} laufen noch neben {{replacedBy}}, bis Argo CD {{kind}} prunt',
  nothingServes:
    'Kein Pod von {{workload}} ist verfügbar: Nichts nimmt Traffic an',
  unhealthy: '{{workload}} ist {{phase}}',
  unhealthyBecause: '{{workload}} ist {{phase}}: {{message}}',
  noCanary: 'Es lief kein Canary: Ein neuer Rollout überspringt seine Schritte',
  noEndpoints:
    'Service {{service}} hat keinen bereiten Endpoint von {{workload}}',
  noServices: 'Kein Service selektiert seine Pods',
  endpointsUnknown: 'Die Endpoints seiner Services ließen sich nicht lesen',
  movesNothing: 'Dieser Schalter ändert bei keinem Workload den Typ (kind)',
  gitUnknown:
    'Welche Workloads dieser Schalter ändert, ist unbekannt, weil sich Git nicht lesen oder rendern ließ',
  effectUnknown:
    'Welche Workloads dieser Schalter ändert, ist unbekannt, weil er sich nicht ohne eine Änderung an anderer Stelle ausprobieren lässt',
  clusterUnknown: 'Live-Zustand ließ sich nicht lesen',
} satisfies Translation<typeof english.journey>;
