import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const accountNameTexts = {
  account: 'Konto aus {{integration}}',
  namedAccount: 'Konto {{name}} aus {{integration}}',
  githubApp: 'GitHub-App aus {{integration}}',
  other: '{{name}}',
} satisfies Translation<typeof english.accountName>;
