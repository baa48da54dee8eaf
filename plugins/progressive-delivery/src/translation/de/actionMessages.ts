import { actionMessages as english } from '../en/actionMessages';
import { Translation } from '../shape/Translation';

export const actionMessages = {
  whatToDo: {
    abortedNote:
      'Die stabile Revision erhält wieder den gesamten Traffic. Die Änderung in Git zurücknehmen oder korrigieren, oder:',
    abortedPausedNote:
      'Der Abbruch kam, während der Rollout manuell pausiert war: Die Pods bleiben, wie sie sind, bis er fortgesetzt wird.',
  },
  actions: {
    label: 'Aktionen für {{name}}',
    more: 'Weitere Aktionen',
    notPermitted:
      'Keine Berechtigung, diesen Rollout zu ändern. Die Owner dieser Komponente fragen oder kubectl verwenden:',
    notOwned:
      'Dieser Rollout gehört zu der Komponente, der {{switch}} gehört. Dort lässt er sich ändern, oder mit kubectl:',
    noSwitch:
      'Zu diesem Rollout gehört kein Schalter. Ändern lässt er sich nur von einer Komponente aus, der alle Schalter dieses Ziels gehören, oder mit kubectl:',
    switchedOff:
      'Aktionen sind in diesem Backstage deaktiviert: progressiveDelivery.actions.enabled ist false. Stattdessen kubectl verwenden:',
    ownershipPending:
      'Git wird noch gerendert. Bis dahin steht nicht fest, ob dieser Rollout zu dieser Komponente gehört. So lange kubectl verwenden:',
    noApplication:
      'Keine Argo-CD-Application belegt, dass dieser Rollout zu dieser Komponente gehört. Er lässt sich hier deshalb nicht ändern. Stattdessen kubectl verwenden:',
    ofSeveral: {
      notPermitted:
        'Keine Berechtigung, diese Rollouts zu ändern. Die Owner dieser Komponente fragen oder die Befehle für kubectl unten verwenden.',
      notOwned:
        'Diese Rollouts gehören zu der Komponente, der {{switch}} gehört. Dort lassen sie sich ändern, oder mit den Befehlen für kubectl unten.',
      noSwitch:
        'Zu diesen Rollouts gehört kein Schalter. Ändern lassen sie sich nur von einer Komponente aus, der alle Schalter dieses Ziels gehören, oder mit den Befehlen für kubectl unten.',
      switchedOff:
        'Aktionen sind in diesem Backstage deaktiviert: progressiveDelivery.actions.enabled ist false. Stattdessen die Befehle für kubectl unten verwenden.',
      ownershipPending:
        'Git wird noch gerendert. Bis dahin steht nicht fest, ob diese Rollouts zu dieser Komponente gehören. So lange die Befehle für kubectl unten verwenden.',
      noApplication:
        'Keine Argo-CD-Application belegt, dass diese Rollouts zu dieser Komponente gehören. Sie lassen sich hier deshalb nicht ändern. Stattdessen die Befehle für kubectl unten verwenden.',
    },
    name: {
      promote: 'Promoten',
      unpause: 'Fortsetzen',
      'promote-full': 'Vollständig promoten',
      'skip-step': 'Schritt überspringen',
      abort: 'Abbrechen',
      retry: 'Wiederholen',
      restart: 'Neu starten',
      pause: 'Pausieren',
      undo: 'Rückgängig machen',
    },
    title: '{{action}}: {{kind}} {{name}}',
    nextStep:
      'Weiter geht es mit Schritt {{step, number}} von {{steps, number}}: {{description}}.',
    lastStep_one:
      'Das ist der letzte von {{steps, number}} Schritten: Danach ist die neue Revision vollständig promotet, mit {{count, number}} Pod und dem gesamten Traffic.',
    lastStep_other:
      'Das ist der letzte von {{steps, number}} Schritten: Danach ist die neue Revision vollständig promotet, mit {{count, number}} Pods und dem gesamten Traffic.',
    undecidedAnalysis:
      'Eine Analyse ergab kein eindeutiges Ergebnis (Inconclusive): Sie ist weder bestanden noch fehlgeschlagen. Vor dem Fortfahren die Messwerte prüfen.',
    undecidedExperiment:
      'Ein Experiment ergab kein eindeutiges Ergebnis (Inconclusive): Es ist weder bestanden noch fehlgeschlagen. Vor dem Fortfahren die Messwerte prüfen.',
    promoteCanary_one:
      'Die neue Revision ist damit vollständig promotet, mit {{count, number}} Pod und dem gesamten Traffic.',
    promoteCanary_other:
      'Die neue Revision ist damit vollständig promotet, mit {{count, number}} Pods und dem gesamten Traffic.',
    promoteBlueGreen_one:
      'Sobald ihr {{count, number}} Pod verfügbar ist, erhält die neue Revision auf einmal den gesamten Traffic.',
    promoteBlueGreen_other:
      'Sobald ihre {{count, number}} Pods verfügbar sind, erhält die neue Revision auf einmal den gesamten Traffic.',
    promoteActive:
      'Die neue Revision ist schon aktiv: Ihre Pods und der gesamte Traffic bleiben, wie sie sind.',
    previousKept:
      'Die Pods der vorigen Revision bleiben so lange, wie scaleDownDelaySeconds vorgibt, ohne Angabe 30 Sekunden.',
    unpauseAtPause:
      'Der Rollout wird fortgesetzt und wartet dann an diesem Pausenschritt, bis er promotet wird. Bis dahin bleiben Pods und Traffic, wie sie sind.',
    unpauseAborted_one:
      'Der Rollout wird fortgesetzt, damit der Abbruch die neue Revision herunterskalieren kann. Die stabile Revision hat dann {{count, number}} Pod und den gesamten Traffic.',
    unpauseAborted_other:
      'Der Rollout wird fortgesetzt, damit der Abbruch die neue Revision herunterskalieren kann. Die stabile Revision hat dann {{count, number}} Pods und den gesamten Traffic.',
    unpauseAbortedActive:
      'Der Rollout wird fortgesetzt, damit die stabile Revision den gesamten Traffic erhält und der Abbruch die neue herunterskalieren kann.',
    unpause_one:
      'Der Rollout wird fortgesetzt, bis die neue Revision {{count, number}} Pod und den gesamten Traffic hat.',
    unpause_other:
      'Der Rollout wird fortgesetzt, bis die neue Revision {{count, number}} Pods und den gesamten Traffic hat.',
    unpauseBlueGreen:
      'Der Rollout wird fortgesetzt. Sobald ihn sonst nichts mehr anhält, erhält die neue Revision auf einmal den gesamten Traffic.',
    unpauseSkips:
      'Der Rollout wird fortgesetzt, und der aktuelle Schritt gilt als abgeschlossen, wie mit kubectl.',
    unpauseIdle_one:
      'Der Rollout wird fortgesetzt: Das nächste Release wird wieder ausgerollt. Bis dahin bleiben der {{count, number}} Pod und der gesamte Traffic, wie sie sind.',
    unpauseIdle_other:
      'Der Rollout wird fortgesetzt: Das nächste Release wird wieder ausgerollt. Bis dahin bleiben die {{count, number}} Pods und der gesamte Traffic, wie sie sind.',
    promoteFull_one:
      'Die neue Revision erhält {{count, number}} Pod und den gesamten Traffic, so schnell ihre Pods bereit werden. Alle übrigen Pausen, Analysen und Schritte entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    promoteFull_other:
      'Die neue Revision erhält {{count, number}} Pods und den gesamten Traffic, so schnell ihre Pods bereit werden. Alle übrigen Pausen, Analysen und Schritte entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    promoteFullBlueGreen_one:
      'Sobald ihr {{count, number}} Pod verfügbar ist, erhält die neue Revision auf einmal den gesamten Traffic. Alle übrigen Pausen und Analysen entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    promoteFullBlueGreen_other:
      'Sobald ihre {{count, number}} Pods verfügbar sind, erhält die neue Revision auf einmal den gesamten Traffic. Alle übrigen Pausen und Analysen entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    promoteFullActive:
      'Die neue Revision ist schon aktiv: Ihre Pods und der gesamte Traffic bleiben, wie sie sind. Die übrigen Analysen entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    skipStep:
      'Schritt {{step, number}} von {{steps, number}} ({{description}}) wird übersprungen, ob er abgeschlossen ist oder nicht.',
    skipUnknownStep:
      'Der aktuelle Schritt wird übersprungen, ob er abgeschlossen ist oder nicht.',
    abort_one:
      'Die stabile Revision erhält wieder {{count, number}} Pod und den gesamten Traffic.',
    abort_other:
      'Die stabile Revision erhält wieder {{count, number}} Pods und den gesamten Traffic.',
    abortTo_one:
      'Die stabile Revision ({{images}}) erhält wieder {{count, number}} Pod und den gesamten Traffic.',
    abortTo_other:
      'Die stabile Revision ({{images}}) erhält wieder {{count, number}} Pods und den gesamten Traffic.',
    abortBack:
      'Sobald ihre Pods verfügbar sind, erhält die vorige Revision ({{images}}) auf einmal wieder den gesamten Traffic.',
    abortStays: 'Der gesamte Traffic bleibt bei der aktiven Revision.',
    abortStaysAt:
      'Der gesamte Traffic bleibt bei der aktiven Revision ({{images}}), und ihre Pods bleiben, wie sie sind.',
    abortRemoves: 'Die Pods der neuen Revision werden entfernt.',
    abortRemovesLater:
      'Die Pods der neuen Revision bleiben so lange, wie abortScaleDownDelaySeconds vorgibt, ohne Angabe 30 Sekunden.',
    abortGit:
      'In Git steht weiter die neue Revision: dort zurücknehmen oder korrigieren.',
    abortPaused:
      'Der Rollout ist manuell pausiert. Seine Pods bleiben, wie sie sind, bis er auch fortgesetzt wird.',
    abortPausedActive:
      'Der Rollout ist manuell pausiert. Sein aktiver Service bleibt, wie er ist, bis er auch fortgesetzt wird.',
    retry_one:
      'Die neue Revision wird noch einmal ausgerollt, bis sie {{count, number}} Pod und den gesamten Traffic hat.',
    retry_other:
      'Die neue Revision wird noch einmal ausgerollt, bis sie {{count, number}} Pods und den gesamten Traffic hat.',
    retryOf_one:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, bis sie {{count, number}} Pod und den gesamten Traffic hat.',
    retryOf_other:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, bis sie {{count, number}} Pods und den gesamten Traffic hat.',
    retrySteps:
      'Die neue Revision wird noch einmal ausgerollt, ab Schritt 1 von {{steps, number}}: {{description}}.',
    retryStepsOf:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, ab Schritt 1 von {{steps, number}}: {{description}}.',
    retryPreview_one:
      'Die neue Revision wird noch einmal ausgerollt, mit bis zu {{count, number}} Pod.',
    retryPreview_other:
      'Die neue Revision wird noch einmal ausgerollt, mit bis zu {{count, number}} Pods.',
    retryPreviewOf_one:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, mit bis zu {{count, number}} Pod.',
    retryPreviewOf_other:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, mit bis zu {{count, number}} Pods.',
    retryActive:
      'Der gesamte Traffic bleibt bei der aktiven Revision, bis die neue promotet wird. Das geschieht von selbst, außer wenn autoPromotionEnabled false ist.',
    restart:
      'Alle {{pods, number}} Pods werden ersetzt, einer nach dem anderen oder so viele, wie maxUnavailable erlaubt. Mindestens einer fehlt währenddessen, auch wenn maxUnavailable 0 ist.',
    restartOne:
      'Der einzige Pod wird ersetzt. Bis der neue bereit ist, ist keiner bereit.',
    restartTraffic: 'Der Traffic jeder Revision bleibt, wie er ist.',
    pause:
      'Der Rollout bleibt, wie er ist, bis ihn jemand fortsetzt: Pods und Traffic rücken nicht weiter.',
    pauseIdle_one:
      'Der {{count, number}} Pod und der gesamte Traffic bleiben, wie sie sind. Das nächste Release wartet, bis jemand den Rollout fortsetzt. Argo CD zeigt das nicht als Abweichung an.',
    pauseIdle_other:
      'Die {{count, number}} Pods und der gesamte Traffic bleiben, wie sie sind. Das nächste Release wartet, bis jemand den Rollout fortsetzt. Argo CD zeigt das nicht als Abweichung an.',
    busy: 'Wird ausgeführt',
    done: '{{action}}: vom Cluster angenommen.',
    failed: 'Die Aktion ist fehlgeschlagen',
    conflict: 'Es wurde nichts geändert',
    changed: 'Der Rollout hat sich seit dem Öffnen dieses Dialogs geändert',
    changedHelp: 'Dieser Dialog beschreibt noch den Stand davor.',
    lookAgain: 'Aktualisieren',
    impossible: 'Diese Aktion ist jetzt nicht möglich',
    // Not "Abbrechen": that is what is done to the Rollout.
    cancel: 'Zurück',
    close: 'Schließen',
    undoWhy:
      'Rückgängig machen kopiert das Template einer früheren Revision in den Rollout. Argo CD setzt ihn danach wieder auf den Stand in Git zurück, meist innerhalb einer Sekunde.',
    undoInstead:
      'Für einen dauerhaften Rollback die Änderung in Git zurücknehmen. Eine neue Revision, die noch ausgerollt wird, lässt sich inzwischen abbrechen.',
    undoHint:
      'Argo CD würde es wieder zurücksetzen: stattdessen die Änderung in Git zurücknehmen',
    undoWhere: '{{file}}, Stand {{revision}}, in {{repository}}',
  },
} satisfies Translation<typeof english>;
