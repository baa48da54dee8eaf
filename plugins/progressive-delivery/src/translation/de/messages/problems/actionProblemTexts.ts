import { PartOf } from '../../../shape/PartOf';

export const actionProblemTexts = {
  rolloutChanged:
    'Rollout {{name}} hat sich inzwischen geändert, deshalb wurde nichts ausgeführt: {{change}}.',
  rolloutChangesFast:
    'Rollout {{name}} ändert sich ständig, deshalb ließ sich die Aktion nicht ausführen. Aktualisieren und noch einmal versuchen.',
  actionRefused: 'Rollout {{name}} wurde nicht geändert: {{refusal}}',
  rolloutChangedBetween:
    'Rollout {{name}} wurde währenddessen von jemand anderem geändert: Sein Status ist gepatcht, spec.paused nicht. Aktualisieren und prüfen.',
  rolloutGone: 'Rollout {{namespace}}/{{name}} gibt es nicht mehr',
  rolloutNotOfTarget:
    'In {{target}} gibt es keinen Rollout {{namespace}}/{{name}}',
  nothingToActOn:
    'An dem, was von {{target}} läuft, lässt sich nichts tun: Was dazugehört, sagt eine Argo-CD-Application, und die fehlt. Sie in der Annotation argocd/app-name angeben.',
  nowhereToAct:
    'Kein Cluster passt zur Destination von {{target}}: in progressiveDelivery.destinations den Cluster des Kubernetes-Plugins dafür angeben',

  ownersUnknown:
    'Backstage weiß nicht, welche Rollouts von {{target}} dieser Komponente gehören: {{problem}}',
  ownershipUnknown:
    '{{entity}} gehört in {{target}} {{switches}}, und Backstage weiß nicht, ob das Rollout {{namespace}}/{{name}} umstellt: {{problem}}',
  ownershipUntried:
    '{{entity}} gehört in {{target}} {{switches}}, und Backstage weiß nicht, ob das Rollout {{namespace}}/{{name}} umstellt: {{notProposable}}',
  ownedByOthers:
    '{{entity}} gehört in {{target}} {{switches}}, was Rollout {{namespace}}/{{name}} nicht umstellt: Auf der Seite der Komponente handeln, der {{moving}} gehört',
  notOwned:
    '{{entity}} gehört in {{target}} {{switches}}, was Rollout {{namespace}}/{{name}} nicht umstellt: Auf der Seite der Komponente handeln, der er gehört',
  ownsNoSwitch:
    '{{entity}} gehört in {{target}} kein Schalter: An Rollout {{namespace}}/{{name}} auf der Seite der Komponente handeln, der er gehört',

  patchRejected:
    'Cluster {{cluster}} akzeptiert die Änderung an Rollout {{namespace}}/{{name}} nicht: {{message}}',
  patchForbidden:
    'Backstage fehlt die Berechtigung für patch auf {{resource}} in Namespace {{namespace}} von Cluster {{cluster}}: dem Konto des Kubernetes-Plugins dafür das Verb patch auf rollouts.argoproj.io und rollouts.argoproj.io/status geben (Antwort des Clusters: {{message}})',
  patchFailed:
    'Cluster {{cluster}} konnte Rollout {{namespace}}/{{name}} nicht ändern ({{status}}, ohne Begründung)',
  patchFailedSaying:
    'Cluster {{cluster}} konnte Rollout {{namespace}}/{{name}} nicht ändern ({{status}}: {{message}})',
  patchUnanswered:
    'Cluster {{cluster}} hat nicht geantwortet, ob die Änderung an Rollout {{namespace}}/{{name}} übernommen wurde: nachsehen, bevor es noch einmal versucht wird',
  patchAnswerUnreadable:
    'Die Antwort von Cluster {{cluster}} auf eine Änderung an Rollout {{namespace}}/{{name}} ist nicht lesbar: {{message}}',
} satisfies PartOf<'problem'>;
