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
} satisfies PartOf<'problem'>;
