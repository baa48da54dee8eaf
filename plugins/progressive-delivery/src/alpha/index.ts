/**
 * The plugin for the new frontend system: its default export.
 *
 * @packageDocumentation
 */
export { progressiveDeliveryPlugin as default } from './plugin';
export { progressiveDeliveryTranslationRef } from '../translation';
