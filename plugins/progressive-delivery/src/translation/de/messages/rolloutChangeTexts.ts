import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const rolloutChangeTexts = {
  revision: 'eine neue Revision wurde erstellt',
  spec: 'seine Spec wurde geändert',
  aborted: 'er wurde abgebrochen',
  notAborted: 'er ist nicht mehr abgebrochen',
  steps: '{{done}} seiner Schritte sind erledigt statt {{seen}}',
  paused: 'er ist jetzt pausiert',
  notPaused: 'er ist nicht mehr pausiert',
} satisfies Translation<typeof english.rolloutChange>;
