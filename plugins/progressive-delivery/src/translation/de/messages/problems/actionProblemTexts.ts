import { PartOf } from '../../../shape/PartOf';

export const actionProblemTexts = {
  rolloutChanged:
    'Rollout {{name}} hat sich seither geändert, deshalb ist nichts geschehen: {{change}}.',
  rolloutChangesFast:
    'Rollout {{name}} ändert sich schneller, als etwas an ihm geschehen kann. Noch einmal nachsehen.',
  actionRefused: 'An Rollout {{name}} ist nichts geschehen: {{refusal}}',
  rolloutChangedBetween:
    'Rollout {{name}} wurde währenddessen von jemand anderem geändert: sein Status ist gepatcht, spec.paused nicht. Noch einmal nachsehen.',
  rolloutGone: 'Rollout {{namespace}}/{{name}} gibt es nicht mehr',
} satisfies PartOf<'problem'>;
