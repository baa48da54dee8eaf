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
    unknownSwitch: 'ein anderer Schalter',
    switchedOff:
      'Aktionen sind in diesem Backstage deaktiviert: progressiveDelivery.actions.enabled ist false. Stattdessen kubectl verwenden:',
    ownershipPending:
      'Git wird noch gerendert. Bis dahin steht nicht fest, ob dieser Rollout zu dieser Komponente gehört. So lange kubectl verwenden:',
    noApplication:
      'Keine Argo-CD-Application belegt, dass dieser Rollout zu dieser Komponente gehört. Er lässt sich hier deshalb nicht ändern. Stattdessen kubectl verwenden:',
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
    canaryPods_one: 'Der Canary hat zurzeit {{pods}} von {{count}} Pod.',
    canaryPods_other: 'Der Canary hat zurzeit {{pods}} von {{count}} Pods.',
    canaryShare_one:
      'Der Canary hat zurzeit {{pods}} von {{count}} Pod und {{weight}} % des Traffics.',
    canaryShare_other:
      'Der Canary hat zurzeit {{pods}} von {{count}} Pods und {{weight}} % des Traffics.',
    nextStep:
      'Weiter geht es mit Schritt {{step}} von {{steps}}: {{description}}.',
    lastStep:
      'Das war der letzte von {{steps}} Schritten: Die neue Revision ist damit vollständig promotet.',
    promoteBlueGreen: 'Die neue Revision wird aktiv.',
    promoteCanary: 'Die neue Revision ist damit vollständig promotet.',
    unpauseAtPause:
      'Der Rollout wird fortgesetzt und wartet dann an diesem Pausenschritt, bis er promotet wird.',
    unpauseAborted:
      'Der Rollout wird fortgesetzt, damit der Abbruch die neue Revision herunterskalieren kann.',
    unpause: 'Der Rollout wird fortgesetzt.',
    unpauseSkips:
      'Der Rollout wird fortgesetzt, und der aktuelle Schritt gilt als abgeschlossen, wie mit kubectl.',
    unpauseIdle:
      'Der Rollout wird fortgesetzt: Das nächste Release wird wieder ausgerollt.',
    promoteFull:
      'Die neue Revision wird promotet, so schnell ihre Pods bereit werden. Alle übrigen Pausen, Analysen und Schritte entfallen. Danach lässt sie sich nicht mehr abbrechen.',
    skipStep:
      'Schritt {{step}} von {{steps}} ({{description}}) wird übersprungen, ob er abgeschlossen ist oder nicht.',
    abort:
      'Die stabile Revision erhält wieder den gesamten Traffic. In Git steht weiter die neue: dort zurücknehmen oder korrigieren.',
    abortTo:
      'Die stabile Revision ({{images}}) erhält wieder den gesamten Traffic. In Git steht weiter die neue: dort zurücknehmen oder korrigieren.',
    abortPaused:
      'Der Rollout ist manuell pausiert. Seine Pods bleiben, wie sie sind, bis er auch fortgesetzt wird.',
    retry: 'Die neue Revision wird noch einmal ausgerollt.',
    retryOf: 'Die neue Revision ({{images}}) wird noch einmal ausgerollt.',
    retrySteps:
      'Die neue Revision wird noch einmal ausgerollt, ab Schritt 1 von {{steps}}.',
    retryStepsOf:
      'Die neue Revision ({{images}}) wird noch einmal ausgerollt, ab Schritt 1 von {{steps}}.',
    restart:
      'Alle {{pods}} Pods werden ersetzt, einer nach dem anderen oder so viele, wie maxUnavailable erlaubt. Mindestens einer fehlt währenddessen, auch wenn maxUnavailable 0 ist.',
    restartOne:
      'Der einzige Pod wird ersetzt. Bis der neue bereit ist, ist keiner bereit.',
    pause: 'Der Rollout bleibt, wie er ist, bis ihn jemand fortsetzt.',
    pauseIdle:
      'Das nächste Release wartet, bis jemand den Rollout fortsetzt. Argo CD zeigt das nicht als Abweichung an.',
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
