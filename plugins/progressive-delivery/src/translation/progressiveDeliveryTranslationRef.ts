import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { english } from './en';
import { translations } from './translations';

/**
 * All texts of the plugin: in English, and in German (`de`) where the app offers it.
 *
 * @public
 */
export const progressiveDeliveryTranslationRef = createTranslationRef({
  id: 'progressive-delivery',
  messages: english,
  translations,
});
