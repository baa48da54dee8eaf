import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const failureTexts = {
  canaryAtStep:
    'Canary bei Schritt {{step}} von {{steps}} fehlgeschlagen: {{cause}}.',
  canary: 'Canary fehlgeschlagen: {{cause}}.',
  rollout: 'Rollout fehlgeschlagen: {{cause}}.',
  abortedAtStep: 'Manuell bei Schritt {{step}} von {{steps}} abgebrochen.',
  aborted: 'Manuell abgebrochen.',
} satisfies Translation<(typeof english)['failure']>;
