import { PartOf } from '../../../shape/PartOf';

export const renderedFindingTexts = {
  'scalerLeftBehind.seen':
    '{{scaler}} skaliert weiterhin {{kind}} {{workload}}, woraus {{replacedBy}} wird',
  'scalerLeftBehind.why':
    'Nach der Umstellung skaliert er nichts: {{replacedBy}} behält die Replicas aus Git, egal bei welcher Last.',
  'scalerLeftBehind.remedy':
    'Das Chart im selben Commit das Skalierungsziel mit dem Typ des Workloads rendern lassen.',
  'scalerLeftBehind.code': null,
  'nothingMoves.seen':
    '{{switch}} zu setzen ändert bei keinem Workload den Typ; {{changes}} gerenderte Manifeste ändern sich anderweitig',
  'nothingMoves.why':
    'Kein Workload wird zu {{kind}}: Etwas anderes entscheidet, zum Beispiel ein Wert mit Vorrang, ein Alias oder eine API, die der Cluster nicht hat.',
  'nothingMoves.remedy':
    'Herausfinden, was das Chart liest: Beim Schalter steht, woher sein Wert kommt.',
  'workloadRemoved.seen':
    '{{kind}} {{name}} wird nicht mehr gerendert, und nichts gleichen Namens übernimmt; gerendert wird {{others}}',
  'workloadRemoved.why':
    'Argo CD prunt es. Ein Workload anderen Namens übernimmt nicht: Er hat einen eigenen Selector und eigene Pods, und PruneLast wartet nicht darauf, dass er denselben Traffic annimmt.',
  'workloadRemoved.remedy':
    'Das Chart den Namen des Workloads behalten lassen, unabhängig vom Typ.',
  'neededRemoved.seen':
    '{{kind}} {{name}} wird nicht mehr gerendert, aber gebraucht: {{because}}',
  'neededRemoved.why':
    'Argo CD prunt es, obwohl die Umstellung nur den Typ eines Workloads ändern soll.',
  'neededRemoved.remedy': 'Das Chart es für beide Typen rendern lassen.',
  'documentRemoved.seen': '{{kind}} {{name}} wird nicht mehr gerendert',
  'documentRemoved.why':
    'Argo CD prunt es. Nichts Gerendertes verwendet es; außerhalb dieser Application vielleicht schon.',
  'documentRemoved.remedy':
    'Prüfen, ob es noch etwas anderes braucht, oder das Chart es für beide Typen rendern lassen.',
  'podsDiffer.seen':
    'Die Pods von {{becomes}} {{workload}} unterscheiden sich von denen von {{kind}}: {{fields}}',
  'podsDiffer.why':
    'Die erste Revision eines Rollouts überspringt seine Schritte, und ein Deployment hat keine: Was sich ändert, ist sofort auf allen Pods.',
  'podsDiffer.remedy':
    'Das Chart für beide Typen dasselbe Pod-Template rendern lassen; die Änderung daran in einem eigenen Commit machen.',
  'serviceSelectsNothing.seen':
    'Service {{service}} wählt die Pods von {{kind}} {{workload}}, aber nicht die von {{becomes}}',
  'serviceSelectsNothing.why':
    'Nach der Umstellung hat der Service keine Endpoints: Nichts nimmt Traffic an.',
  'serviceSelectsNothing.remedy':
    'Die Labels, die er auswählt, auch auf die Pods von {{becomes}} rendern.',
  'serviceLabelsNothing.seen':
    'Service {{service}} wählt die Pods von {{kind}} {{workload}}, aber nicht die von {{becomes}}: kustomize fügt in {{places}} den Selectors Labels hinzu',
  'serviceLabelsNothing.why':
    'Kustomize weiß nicht, wo die Pods eines Rollouts ihre Labels haben. Nach der Umstellung hat der Service keine Endpoints: Nichts nimmt Traffic an.',
  'serviceLabelsNothing.remedy':
    'Ein fieldSpec für {{becomes}} hinzufügen, oder das Chart das Label rendern lassen.',
  'serviceLabelsNothing.code': null,
  'workloadReferred.seen':
    'Rollout {{rollout}} übernimmt seine Pods von Deployment {{deployment}} (spec.workloadRef)',
  'workloadReferred.why':
    'Beide laufen, bis das Deployment herunterskaliert ist, und Argo CD skaliert es wieder hoch: Messungen zeigen ein Hin und Her ohne Ende, und 6 s ohne Pod, wenn der Rollout entfernt wird.',
  'workloadReferred.remedy':
    'Das Chart das Pod-Template im Rollout rendern lassen, ohne ein Deployment daneben.',
  'runsTwice.seen':
    'Rollout {{rollout}} wird neben Deployment {{deployment}} gerendert, das dieselben Pod-Labels hat',
  'runsTwice.why':
    'Beide laufen, und Services wählen die Pods beider: Ein Canary hat einen kleineren Anteil, als seine Schritte sagen.',
  'runsTwice.remedy': 'Das Chart nur eines von beiden rendern lassen.',
  'cannotCoexist.seen':
    'Alte und neue Pods von {{workload}} können nicht gleichzeitig laufen: {{because}}',
  'cannotCoexist.why':
    '{{becomes}} startet neben den alten Pods, und Argo CD wartet darauf, bevor es sie entfernt: Die neuen Pods warten auf das Ende der alten, und die Umstellung hängt.',
  'cannotCoexist.remedy':
    'Zuerst entfernen, was sie trennt, oder einen Ausfall in Kauf nehmen: auf 0 skalieren, umstellen und wieder hochskalieren.',
  'cannotShareNodes.seen':
    'Alte und neue Pods von {{workload}} können nicht auf demselben Node oder in derselben Zone laufen: {{because}}',
  'cannotShareNodes.why':
    '{{becomes}} startet neben den alten Pods: {{pods}} Pods brauchen einen eigenen Platz, bis die alten weg sind. Gibt es weniger Plätze, bleiben neue Pods Pending, und die Umstellung hängt.',
  'cannotShareNodes.remedy':
    'Sicherstellen, dass für alle Platz ist, oder die Trennung nur bevorzugen statt verlangen. Backstage liest keine Nodes.',
  'cannotShareNodes.code': null,
  'selectsByHash.seen': '{{kind}} {{name}} wählt Pods über {{hash}}',
  'selectsByHash.why':
    'Das ist der Hash einer einzelnen Revision: Pods des anderen Typs haben ihn nie.',
  'selectsByHash.remedy': '{{hash}} in Git aus dem Selector entfernen.',
  'unknownField.seen':
    'Dieser Cluster kennt {{field}} von Rollout {{rollout}} nicht (weitere davon: {{others}})',
  'unknownField.why':
    'Der API-Server verwirft es kommentarlos: Der Rollout tut nicht, was in Git steht, und die Application bleibt OutOfSync.',
  'unknownField.remedy':
    'Das Feld nur für ein Deployment rendern, oder die CustomResourceDefinitions eines neueren Argo Rollouts anwenden.',
  'invalidField.seen':
    '{{field}} von Rollout {{rollout}} ist ungültig: {{rule}} (weitere davon: {{others}})',
  'invalidField.why':
    'Der API-Server lehnt den Rollout ab: Der Sync schlägt fehl und wird wiederholt.',
  'invalidField.remedy': 'Den Wert im Chart oder in seinen Values korrigieren.',
  'ruleBroken.seen':
    '{{field}} von Rollout {{rollout}} verletzt eine Regel: {{rule}} (weitere davon: {{others}})',
  'ruleBroken.why':
    'Der API-Server nimmt es an, der Controller nicht: Der Rollout erhält die Condition InvalidSpec und keine Pods.',
  'ruleBroken.remedy': 'Den Wert im Chart oder in seinen Values korrigieren.',
  'podsUnstable.seen':
    'Die Pods von {{kind}} {{name}} werden jedes Mal anders gerendert, in {{fields}}',
  'podsUnstable.why':
    'Argo CD rendert immer wieder: Jedes Mal ist ein Release, und ein wartender Canary beginnt von vorn.',
  'podsUnstable.remedy':
    'Das Chart etwas Gleichbleibendes rendern lassen statt Zufallswerten, der Uhrzeit oder dessen, was es im Cluster nachschlägt.',
  'renderedUnstable.seen':
    '{{kind}} {{name}} wird jedes Mal anders gerendert, in {{fields}}',
  'renderedUnstable.why':
    'Argo CD wendet es immer wieder an, und eine Vorschau kann nicht sagen, was es sein wird.',
  'renderedUnstable.remedy':
    'Das Chart etwas Gleichbleibendes rendern lassen, oder den Wert außerhalb halten.',
  'waitsForPause.seen':
    'Rollout {{workload}} pausiert, bis ihn jemand promotet, und was Argo CD danach anwendet, wartet: {{waiting}}',
  'waitsForPause.why':
    'Der Sync bleibt die ganze Pause über Running, und kein späterer Commit wird synchronisiert, auch keiner, der die Änderung zurücknimmt.',
  'waitsForPause.remedy':
    'Was wartet, aus PostSync und späteren Sync-Waves nehmen, oder der Pause eine Dauer geben. Um jetzt weiterzumachen: promoten.',
  'waitsForPause.code': null,
  'weightsTooFine.seen':
    'Mit {{replicas}} Replicas können einige Schritte von Rollout {{workload}} ihr Gewicht nicht abbilden: {{steps}}',
  'weightsTooFine.why':
    'Ohne Traffic-Router ist ein Gewicht eine Anzahl ganzer Pods, mindestens einer.',
  'weightsTooFine.remedy':
    'Gewichte wählen, die die Replicas abbilden können, mehr Replicas laufen lassen, oder einen Traffic-Router verwenden.',
  'routeToNothing.seen':
    '{{kind}} {{name}} leitet Requests an Service {{service}}, der nicht mehr gerendert wird',
  'routeToNothing.why':
    'Argo CD entfernt den Service, und diese Requests schlagen fehl.',
  'routeToNothing.remedy':
    'Das Chart die Route im selben Commit mit den Services rendern lassen, die es gibt.',
  'stepsLost.seen':
    '{{file}} ändert {{kind}} {{workload}}, würde {{becomes}} aber nicht ändern: {{steps}}',
  'stepsLost.why':
    'Kustomize meldet nichts, wenn das Ziel eines Schritts fehlt: Was er gesetzt hat, ist nach der Umstellung weg.',
  'stepsLost.remedy':
    'Das target auch {{becomes}} auswählen lassen, über ein kind, das auf beide passt, oder nur über den Namen.',
  'stepsLost.code': null,
  'nameLeft.seen':
    '{{field}} von {{kind}} {{name}} ist {{written}}, und was damit gemeint ist, heißt {{wanted}}: kustomize vergibt Namen in {{places}}',
  'nameLeft.why':
    'Kustomize weiß nicht, wo auf {{becomes}} verwiesen wird oder worauf {{becomes}} verweist: Was genannt wird, gibt es nicht.',
  'nameLeft.remedy':
    'Die Namensverweise von Rollouts in die Kustomization aufnehmen, eine Datei, die Argo Rollouts veröffentlicht (docs/features/kustomize/rollout-transform.yaml).',
  'nameLeft.code': null,
  'emptyDirLost.seen':
    'Die Pods von {{workload}} halten Daten in {{volumes}} (emptyDir)',
  'emptyDirLost.why':
    'Sie verschwinden mit den Pods, und die Umstellung ersetzt alle Pods innerhalb von Sekunden, wie jedes Release.',
  'emptyDirLost.remedy':
    'Sicherstellen, dass damit nichts verloren geht, zum Beispiel eine Queue auf der Platte oder ein warmer Cache.',
  'referenceLeft.seen':
    '{{field}} von {{kind}} {{name}} nennt {{before}} {{workload}}, woraus {{becomes}} wird',
  'referenceLeft.why': 'Nach der Umstellung findet es nichts.',
  'referenceLeft.remedy':
    'Das Chart es mit dem Typ des Workloads rendern lassen, oder prüfen, ob es den Typ {{becomes}} kennt.',
} satisfies PartOf<'finding'>;
