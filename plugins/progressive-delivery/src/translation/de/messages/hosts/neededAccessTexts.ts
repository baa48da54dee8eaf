import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const neededAccessTexts = {
  writeAccess: 'Schreibzugriff auf das Repository',
  writeAccessAndScope:
    'Schreibzugriff auf das Repository, und mit einem Token der Scope {{scope}}',
  writeAccessAndToken:
    'Schreibzugriff auf das Repository, und für das Token der Scope {{scope}} oder die Berechtigungen {{permissions}}',
  roleAndScope:
    'die Rolle {{role}} im Projekt, und ein Token mit dem Scope {{scope}}',
  tokenScope: 'ein Token mit dem Scope {{scope}}',
  permissions: 'die Berechtigungen {{permissions}}',
  other: '{{message}}',
} satisfies Translation<typeof english.neededAccess>;
