import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const credentialsRemedyTexts = {
  addToken: 'ein Token eintragen',
  addTokenAsPassword: 'ein Token als Passwort eintragen',
  installApp: 'die App für dieses Repository installieren',
  replaceToken: 'das Token ersetzen',
  replaceTokenOrPassword: 'Token oder Passwort ersetzen',
  replacePrivateKey: 'den privaten Schlüssel der App ersetzen',
  other: '{{message}}',
} satisfies Translation<typeof english.credentialsRemedy>;
