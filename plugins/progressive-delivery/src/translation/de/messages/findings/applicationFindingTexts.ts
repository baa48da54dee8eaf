import { PartOf } from '../../../shape/PartOf';

export const applicationFindingTexts = {
  'pruneLastMissing.seen':
    '{{kind}} {{workload}} hat PruneLast=true nicht in der Annotation argocd.argoproj.io/sync-options, weder live noch in Git',
  'pruneLastMissing.why':
    'Argo CD entfernt {{kind}}, bevor es {{replacedBy}} anlegt: Bis die neuen Pods bereit sind, ist keiner bereit.',
  'pruneLastMissing.remedy':
    'Die Annotation in einem eigenen Commit zu {{kind}} hinzufügen, und umstellen, sobald sie live ist.',
  'pruneLastMissing.code': null,
  'pruneLastNotLive.seen':
    '{{kind}} {{workload}} hat PruneLast=true in Git, das Objekt im Cluster aber noch nicht',
  'pruneLastNotLive.why':
    'Es zählt, was live ist, wenn Argo CD prunt: Ohne die Option entfernt Argo CD {{kind}}, bevor es {{replacedBy}} anlegt.',
  'pruneLastNotLive.remedy':
    'Warten, bis Argo CD die Annotation synchronisiert hat, oder jetzt synchronisieren.',
  'dryRunSkipped.seen':
    'Der Cluster kennt keine Rollouts, und {{option}} lässt Argo CD {{workload}} trotzdem synchronisieren',
  'dryRunSkipped.why':
    'Ohne die Option schlägt der Sync fehl, bevor er prunt; mit ihr prunt Argo CD und kann dann nichts anlegen: ein Ausfall, den nichts beendet.',
  'dryRunSkipped.remedy':
    'Zuerst Argo Rollouts installieren und diese Option entfernen.',
  'recreated.seen':
    '{{becomes}} {{workload}} hat die Sync-Optionen Force=true und Replace=true',
  'recreated.why':
    'Mit beiden löscht Argo CD es samt allen Pods und legt es neu an, bei jedem Sync, der es ändert: Jedes Release ist ein Ausfall, und kein Canary startet je.',
  'recreated.remedy':
    'Force=true aus der Annotation argocd.argoproj.io/sync-options entfernen.',
  'forced.seen': '{{becomes}} {{workload}} hat die Sync-Option Force=true',
  'forced.why':
    'Argo CD löscht es samt allen Pods und legt es neu an, wo eine Änderung abgelehnt wird, zum Beispiel die eines Selectors.',
  'forced.remedy':
    'Die Option aus der Annotation argocd.argoproj.io/sync-options entfernen.',
  'routesReplaced.seen':
    'Application {{application}} hat die Sync-Option Replace=true, und Argo Rollouts schreibt in die Services oder Routen von {{becomes}} {{workload}}',
  'routesReplaced.why':
    'Jeder Sync entfernt wieder, zu welcher Revision sie führen: Bis der Controller das bemerkt, erreichen Requests Pods, die niemand promotet hat.',
  'routesReplaced.remedy':
    'Die Option aus der Application entfernen; wo ein Objekt sie braucht, sie nur diesem in der Annotation argocd.argoproj.io/sync-options geben.',
  'replaced.seen':
    '{{becomes}} {{workload}} wird bei jedem Sync ersetzt: Replace=true',
  'replaced.why':
    'Messungen zeigen: Die Umstellung selbst läuft damit gleich ab. Später ist nach jedem Sync weg, was andere hineingeschrieben haben: Wo in Git keine Replicas stehen, sind es die eines Autoscalers, und es fällt auf 1.',
  'replaced.remedy': 'Die Option entfernen, oder die Replicas in Git angeben.',
  'otherCanary.seen':
    'Rollout {{rollout}} derselben Application hat einen Canary, der nicht promotet ist',
  'otherCanary.why':
    'Argo CD prunt, wenn alles Angewendete Healthy ist: Die Umstellung von {{workloads}} wartet auf diesen Canary, mit doppelter Kapazität.',
  'otherCanary.remedy': 'Ihn zuerst promoten oder abbrechen.',
  'otherCanary.code': null,
  'operationRunning.seen':
    'Ein Sync von Application {{application}} läuft gerade ({{phase}}: {{said}})',
  'operationRunning.why':
    'Bis er endet, startet Argo CD keinen anderen. Die Umstellung würde auf etwas warten, womit sie nichts zu tun hat.',
  'operationRunning.remedy':
    'Warten, bis er endet, oder ihn beenden, und eine neue Vorschau erstellen.',
  'operationRunning.code': null,
  'applicationOutOfSync.seen': 'Application {{application}} ist {{sync}}',
  'applicationOutOfSync.why':
    'Der Sync für die Umstellung würde auch alles andere anwenden, was abweicht, und niemand könnte sagen, was wovon kommt.',
  'applicationOutOfSync.remedy':
    'Vor der Umstellung synchronisieren, oder herausfinden, warum sie sich nicht vergleichen lässt.',
  'applicationOutOfSync.code': null,
  'applicationUnhealthy.seen':
    'Application {{application}} ist {{health}} ({{said}})',
  'applicationUnhealthy.why':
    'Mit PruneLast entfernt Argo CD den alten Workload erst, wenn alles Angewendete Healthy ist: Bis dahin liefen beide.',
  'applicationUnhealthy.remedy':
    'Vor der Umstellung auf Healthy bringen; die Meldung nennt, was es nicht ist.',
  'applicationUnhealthy.code': null,
  'syncManual.seen':
    'Application {{application}} wird nicht automatisch synchronisiert',
  'syncManual.why':
    'Den Pull Request zu mergen ändert nichts, bis jemand synchronisiert, und entfernt den alten Workload nur, wenn dieser Sync prunt.',
  'syncManual.remedy': 'Nach dem Merge mit Pruning synchronisieren.',
  'syncManual.code': null,
  'pruneOff.seen':
    'Application {{application}} wird ohne Pruning synchronisiert, und {{workloads}} soll entfernt werden',
  'pruneOff.why':
    'Der alte Workload bleibt neben dem neuen: doppelt so viele Pods, und der Service schickt Requests an beide.',
  'pruneOff.remedy':
    'Nach dem Merge, sobald der neue Workload Healthy ist, einmal mit Pruning synchronisieren.',
  'pruneOff.code': null,
  'pruneRefused.seen':
    '{{kind}} {{workload}} soll nicht geprunt werden: Prune=false',
  'pruneRefused.why':
    '{{kind}} bleibt neben {{replacedBy}}: doppelt so viele Pods, und die Application bleibt OutOfSync.',
  'pruneRefused.remedy':
    'Vor der Umstellung die Option aus der Annotation argocd.argoproj.io/sync-options oder aus syncOptions der Application nehmen.',
  'pruneConfirmed.seen':
    '{{kind}} {{workload}} wird erst geprunt, wenn jemand es bestätigt: Prune=confirm',
  'pruneConfirmed.why':
    'Bis dahin läuft {{kind}} neben {{replacedBy}}, und der Sync endet nicht.',
  'pruneConfirmed.remedy':
    'Bereitstehen, um zu bestätigen, sobald {{replacedBy}} Healthy ist.',
  'kindNotPermitted.seen':
    '{{field}} von Projekt {{project}} erlaubt {{kind}} ({{group}}) nicht, wozu {{workload}} wird',
  'kindNotPermitted.why':
    'Argo CD lehnt den ganzen Sync ab: Nichts, was damit oder danach committet wird, kommt an.',
  'kindNotPermitted.remedy':
    'Den Typ im Projekt erlauben: zu namespaceResourceWhitelist hinzufügen oder aus namespaceResourceBlacklist nehmen.',
  'kindNotPermitted.code': null,
  'kindExcluded.seen': 'Argo CD lässt diesen Typ aus: {{said}}',
  'kindExcluded.why':
    'Der alte Workload würde entfernt und der neue nie angewendet.',
  'kindExcluded.remedy':
    'Den Typ aus resource.exclusions von argocd-cm nehmen oder zu resource.inclusions hinzufügen.',
  'objectShared.seen': 'Zwei Applications wollen dasselbe Objekt: {{said}}',
  'objectShared.why':
    'Die andere wendet {{kind}} wieder an, wenn diese es entfernt hat: Beide Typen würden laufen.',
  'objectShared.remedy':
    'Es aus einer der Applications nehmen, oder in beiden mit demselben Commit umstellen.',
  'syncWindows.seen':
    'Für Application {{application}} gelten Sync-Windows von Projekt {{project}}: {{windows}}',
  'syncWindows.why':
    'Außerhalb dessen, was sie erlauben, synchronisiert Argo CD nicht: Die Umstellung, oder ihre Rücknahme, kommt erst an, wenn das Fenster öffnet.',
  'syncWindows.remedy':
    'Mergen, wenn ein Sync erlaubt ist und genug Zeit bleibt, die Änderung zurückzunehmen.',
  'syncWindows.code': null,
  'ignoredDifferencesLeft.seen':
    'Application {{application}} ignoriert Abweichungen von {{kind}} {{workload}} in {{fields}}, aber nicht von {{replacedBy}}',
  'ignoredDifferencesLeft.why':
    'Wer diese Felder im Cluster ändert, zum Beispiel ein Autoscaler, und Argo CD würden sich ständig überschreiben.',
  'ignoredDifferencesLeft.remedy':
    'In ignoreDifferences der Application einen Eintrag für {{replacedBy}} hinzufügen.',
  'ignoredDifferencesLeft.code': null,
  'pruneLastOption.seen':
    'PruneLast=true ist eine Option der ganzen Application {{application}}',
  'pruneLastOption.why':
    'Solange ein Canary pausiert, wartet jeder Commit, der etwas entfernt, auf ihn, auch die Rücknahme dieses Canarys.',
  'pruneLastOption.remedy':
    'Sie stattdessen den Workloads in einer Annotation geben, und die Option entfernen, sobald die live ist.',
  'pruneLastOption.code': null,
  'retryWithoutRefresh.seen':
    'Application {{application}} wiederholt einen fehlgeschlagenen Sync {{limit}}-mal mit derselben Revision',
  'retryWithoutRefresh.why':
    'Eine Rücknahme wartet, bis diese Wiederholungen vorbei sind: gemessen 311 s, mit refresh 23 s.',
  'retryWithoutRefresh.remedy':
    'In spec.syncPolicy der Application mit dem wiederholen lassen, was dann in Git steht.',
  'retryWithoutRefresh.code': null,
  'applicationDrifted.seen':
    'Application {{application}} entspricht nicht ihrem Stand in Git: Application {{parent}}, die sie ausliefert, ist darin OutOfSync',
  'applicationDrifted.why':
    'Die Vorschau zeigt die Application, wie sie jetzt ist. Sobald {{parent}} synchronisiert wird, ist sie eine andere: Source, Values und Sync-Optionen können sich ändern.',
  'applicationDrifted.remedy':
    'Zuerst {{parent}} synchronisieren, dann eine neue Vorschau erstellen.',
  'applicationDrifted.code': null,
  'pluginRenders.seen':
    'Argo CD rendert Application {{application}} mit einem Config-Management-Plugin',
  'pluginRenders.why':
    'Backstage rendert ohne es: Was das Plugin ändert, fehlt in der Vorschau, sie ist nicht exakt.',
  'pluginRenders.remedy': 'Mit dem vergleichen, was Argo CD gerendert hat.',
  'pluginRenders.code': null,
  'renderedOtherwise.seen':
    'Application {{application}} ist Synced und hat keinen {{kind}} {{workload}}, obwohl dieselben Dateien ihn ergeben',
  'renderedOtherwise.why':
    'Argo CD rendert etwas anderes, als die Vorschau zeigt. Die Umstellung kann deshalb auch etwas anderes bewirken.',
  'renderedOtherwise.remedy':
    'Mit dem vergleichen, was Argo CD gerendert hat, oder die Application aktualisieren (Refresh), wo sie den neuesten Commit noch nicht verglichen hat.',
  'renderedOtherwise.code': null,
  'applicationOwned.seen': '{{owner}} erzeugt Application {{application}}',
  'applicationOwned.why':
    'Was von Hand in der Application geändert wird, wird überschrieben.',
  'applicationOwned.remedy':
    'Wo ein Befund eine Änderung der Application verlangt, sie in {{owner}} machen.',
} satisfies PartOf<'finding'>;
