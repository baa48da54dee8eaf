import { PartOf } from '../../../shape/PartOf';

export const clusterFindingTexts = {
  'crdMissing.seen':
    'Cluster {{cluster}} hat keine CustomResourceDefinition rollouts.argoproj.io',
  'crdMissing.why':
    'Der Cluster kennt den Typ Rollout nicht, Argo CD kann also keinen anwenden.',
  'crdMissing.remedy':
    'Argo Rollouts installieren, mit seinen CustomResourceDefinitions.',
  'crdMissing.code': null,
  'crdNotEstablished.seen':
    'Die CustomResourceDefinition rollouts.argoproj.io von Cluster {{cluster}} ist nicht Established: {{condition}}',
  'crdNotEstablished.why': 'Der API-Server bedient Rollouts noch nicht.',
  'crdNotEstablished.remedy':
    'Die Conditions der CustomResourceDefinition ansehen.',
  'crdNotEstablished.code': null,
  'crdVersionMissing.seen':
    'Die CustomResourceDefinition rollouts.argoproj.io von Cluster {{cluster}} bietet Version v1alpha1 nicht an',
  'crdVersionMissing.why':
    'Der Controller und Argo CD verwenden diese Version.',
  'crdVersionMissing.remedy':
    'Die CustomResourceDefinitions des Argo-Rollouts-Releases anwenden, das läuft.',
  'crdSubresourcesMissing.seen':
    'Der CustomResourceDefinition rollouts.argoproj.io von Cluster {{cluster}} fehlen Subresources: {{subresources}}',
  'crdSubresourcesMissing.why':
    'Der Controller schreibt status, und Autoscaler schreiben scale.',
  'crdSubresourcesMissing.remedy':
    'Die CustomResourceDefinitions des Argo-Rollouts-Releases anwenden, das läuft.',
  'controllerMissing.seen':
    'Cluster {{cluster}} hat keinen Controller von Argo Rollouts: kein Deployment mit dem Label app.kubernetes.io/name=argo-rollouts und kein Lease argo-rollouts-controller-lock, das erneuert wird',
  'controllerMissing.why':
    'Niemand erzeugt Pods für einen Rollout: Mit PruneLast hängt der Sync, ohne läuft nichts.',
  'controllerMissing.remedy':
    'Argo Rollouts installieren, oder seinen Controller starten.',
  'controllerMissing.code': null,
  'controllerUnavailable.seen':
    'Deployment {{deployment}} des Controllers von Argo Rollouts hat keinen verfügbaren Pod',
  'controllerUnavailable.why':
    'Niemand erzeugt Pods für einen Rollout: Mit PruneLast hängt der Sync, ohne läuft nichts.',
  'controllerUnavailable.remedy':
    'Herausfinden, warum seine Pods nicht laufen.',
  'controllerUnavailable.code': null,
  'otherInstance.seen':
    'Kein Controller von Argo Rollouts läuft mit der Instance-ID {{instance}}, die Rollout {{rollout}} verlangt',
  'otherInstance.why':
    'Jeder Controller übergeht Rollouts einer anderen Instance: Niemand erzeugt seine Pods.',
  'otherInstance.remedy':
    'Das Label argo-rollouts.argoproj.io/controller-instance-id auf das des laufenden Controllers setzen, oder einen passenden starten.',
  'notWatched.seen':
    'Kein Controller von Argo Rollouts beobachtet Namespace {{namespace}}: Die laufenden sind auf andere beschränkt (--namespaced)',
  'notWatched.why': 'Niemand erzeugt Pods für Rollout {{rollout}}.',
  'notWatched.remedy':
    'Den Controller für den ganzen Cluster laufen lassen, oder einen in diesem Namespace.',
  'deploymentUnsettled.seen':
    'Deployment {{deployment}} ist nicht stabil: {{state}}',
  'deploymentUnsettled.why':
    'Die Umstellung würde neben einem Deployment beginnen, das nicht arbeitet, wie es soll. Was davon kommt und was von ihr, wäre nicht zu unterscheiden.',
  'deploymentUnsettled.remedy':
    'Warten, bis es ausgerollt ist, oder es zuerst reparieren.',
  'deploymentUnsettled.code': null,
  'rolloutUnsettled.seen': 'Rollout {{rollout}} ist nicht stabil: {{state}}',
  'rolloutUnsettled.why':
    'Ein Deployment hat keine Schritte: Das Image aus Git ist sofort auf allen Pods, auch das eines abgebrochenen Canarys.',
  'rolloutUnsettled.remedy':
    'Promoten oder abbrechen, das Image, das den Traffic annimmt, in Git eintragen, und auf Healthy warten.',
  'rolloutUnsettled.code': null,
  'imageNotDeployed.seen':
    'Container {{container}} von {{workload}} läuft mit {{live}}, in Git steht {{git}}',
  'imageNotDeployed.why':
    'Die Umstellung würde es mit ausrollen: Die erste Revision von {{becomes}} geht sofort auf alle Pods, ohne Schritte und ohne Analyse.',
  'imageNotDeployed.remedy':
    'Zuerst dieses Image ausrollen, und umstellen, wenn es läuft.',
  'ofAnotherApplication.seen':
    '{{kind}} {{name}} in Namespace {{namespace}} gibt es schon, und es gehört Application {{owner}}',
  'ofAnotherApplication.why':
    'Zwei Applications würden abwechselnd dasselbe Objekt schreiben.',
  'ofAnotherApplication.remedy':
    'Eines davon entfernen, oder dem Workload einen anderen Namen geben.',
  'selectorImmutable.seen':
    '{{kind}} {{name}} in Namespace {{namespace}} gibt es schon, mit einem anderen Selector',
  'selectorImmutable.why':
    'Ein Selector lässt sich nicht ändern: Der Sync schlägt fehl.',
  'selectorImmutable.remedy':
    'Es löschen, sobald nichts mehr seine Pods braucht.',
  'selectorImmutable.code': null,
  'fewerReplicas.seen':
    '{{running}} Replicas von {{workload}} laufen, und {{becomes}} startet mit {{starting}}',
  'fewerReplicas.why':
    'Sobald der alte Typ weg ist, gibt es weniger Pods als jetzt, und nichts skaliert sie wieder hoch.',
  'fewerReplicas.remedy': 'Die Replicas in Git auf das setzen, was läuft.',
  'fewerReplicas.code': null,
  'fewerReplicasScaled.seen':
    '{{running}} Replicas von {{workload}} laufen, und {{becomes}} startet mit {{starting}}, bis der Autoscaler mehr gibt',
  'fewerReplicasScaled.why':
    'Messungen zeigen keinen Einbruch, solange der Autoscaler Metriken hat: Er merkt sich, was er in den letzten fünf Minuten wollte.',
  'fewerReplicasScaled.remedy':
    'Um sicherzugehen, die Replicas in Git auf das setzen, was läuft.',
  'fewerReplicasScaled.code': null,
  'autoscalerFails.seen':
    'HorizontalPodAutoscaler {{autoscaler}} von {{workload}} funktioniert nicht: {{condition}} ist False, {{reason}} {{said}}',
  'autoscalerFails.why':
    'Argo CD wertet ihn als Degraded und prunt nicht: Die Umstellung hängt bei doppelter Kapazität.',
  'autoscalerFails.remedy':
    'Zuerst dafür sorgen, dass er seine Metriken bekommt.',
  'autoscalerFails.code': null,
  'hashLeft.seen':
    '{{kind}} {{name}} wählt über {{hash}} aus, das kein Pod eines Deployments hat',
  'hashLeft.why':
    'Argo Rollouts entfernt es nur, wenn der Controller läuft und die Annotation argo-rollouts.argoproj.io/managed-by-rollouts des Objekts den Rollout nennt. Das ist hier nicht der Fall, und ein Sync entfernt nichts, was nicht in Git steht: Nach der Umstellung sind keine Pods ausgewählt, und nichts nimmt Traffic an.',
  'hashLeft.remedy':
    'Es entfernen, sobald das Deployment da ist; besser vorher das Traffic-Routing im Rollout abschalten.',
  'hashLeft.code': null,
  'hashRemovedLate.seen':
    '{{kind}} {{name}} wählt über {{hash}} aus, bis Argo Rollouts es entfernt',
  'hashRemovedLate.why':
    'Das tut Argo Rollouts erst, wenn der Rollout weg ist: Für diesen Moment ist keiner der Pods ausgewählt, die bleiben.',
  'hashRemovedLate.remedy':
    'Umstellen, wenn eine Lücke von einem Moment nicht schadet, und sicherstellen, dass der Controller läuft; besser vorher das Traffic-Routing im Rollout abschalten.',
  'hashRemovedLate.code': null,
  'referenceMissing.seen':
    '{{field}} von Rollout {{rollout}} nennt {{kind}} {{name}}, das weder gerendert wird noch im Cluster ist',
  'referenceMissing.why':
    'Der Controller schlägt es vor allem anderen nach: Der Rollout erhält die Condition InvalidSpec und keine Pods.',
  'referenceMissing.remedy':
    '{{kind}} vorher oder mit dem Rollout ausliefern, oder den Namen korrigieren.',
  'referenceMissing.code': null,
  'serviceUnfit.seen':
    'Service {{service}}, den {{field}} von Rollout {{rollout}} nennt, passt nicht: {{because}}',
  'serviceUnfit.why':
    'Der Controller lehnt ihn ab: Der Rollout erhält die Condition InvalidSpec und keine Pods.',
  'serviceUnfit.remedy':
    'Dem Rollout einen eigenen Service geben, der seine Pods auswählt.',
  'budgetCountsBoth.seen':
    'PodDisruptionBudget {{budget}} wählt die Pods beider Typen von {{workload}}, solange sie nebeneinander laufen',
  'budgetCountsBoth.why':
    'Es zählt dann doppelt so viele Pods. Es verhindert nicht, dass die alten entfernt werden, und verlangsamt es auch nicht: Es schützt nur vor Evictions.',
  'budgetCountsBoth.remedy':
    'Es ist keine Änderung nötig, aber während der Umstellung keine Nodes drainen.',
  'quotaExceeded.seen':
    'Von ResourceQuota {{quota}} sind {{used}} von {{hard}} {{resource}} belegt, und die Pods von {{workloads}} passen kein zweites Mal hinein',
  'quotaExceeded.why':
    'Beide Typen laufen nebeneinander: Die neuen Pods werden abgelehnt, und die Umstellung hängt.',
  'quotaExceeded.remedy':
    'Für die Zeit der Umstellung die Quota erhöhen, oder vorher herunterskalieren.',
  'quotaExceeded.code': null,
} satisfies PartOf<'finding'>;
