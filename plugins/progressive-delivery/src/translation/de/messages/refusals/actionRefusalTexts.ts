import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const actionRefusalTexts = {
  deleting: 'Wird gerade gelöscht.',
  notObserved:
    'Der Controller hat die neueste Spec noch nicht erfasst. Einen Moment warten, oder prüfen, ob Argo Rollouts läuft.',
  aborted: 'Abgebrochen. Wiederholen, oder die Änderung in Git zurücknehmen.',
  notAborted: 'Nicht abgebrochen.',
  alreadyAborted: 'Schon abgebrochen.',
  alreadyPaused: 'Schon manuell pausiert.',
  notPaused: 'Nicht pausiert: geht von selbst weiter.',
  promoted: 'Schon promotet: geht gleich weiter.',
  nothingToPromote: 'Vollständig promotet. Es gibt nichts zu promoten.',
  nothingToAbort: 'Vollständig promotet. Es gibt nichts abzubrechen.',
  promotingFully: 'Wird schon vollständig promotet.',
  promotingFullyIgnoresAbort:
    'Wird vollständig promotet, und bis das fertig ist, ignoriert der Controller einen Abbruch. Die Änderung in Git zurücknehmen.',
  abortedPromoteFully:
    'Abgebrochen: Vollständig promoten würde die abgebrochene Revision promoten. Zuerst wiederholen.',
  firstRevision: 'Die erste Revision überspringt alle Schritte.',
  noStableRevision:
    'Das ist die erste Revision. Es gibt keine stabile, zu der es zurückgehen könnte.',
  noSteps: 'Hat keine Schritte.',
  stepsCompleted: 'Alle Schritte sind abgeschlossen.',
  pausedAtStep:
    'An diesem Schritt pausiert. Promoten, um mit dem nächsten weiterzumachen.',
  scaledToZero:
    'Auf 0 skaliert. Es gibt keine Pods, die neu gestartet werden könnten.',
  alreadyRestarting: 'Startet schon neu.',
  notStarted: 'Noch nicht gestartet.',
  updating:
    'Eine neue Revision wird gerade ausgerollt. Ein Neustart würde jetzt Pods beider Revisionen beenden, bevor neue bereit sind, unabhängig von maxUnavailable. Zuerst promoten oder abbrechen.',
} satisfies Translation<typeof english.actionRefusal>;
