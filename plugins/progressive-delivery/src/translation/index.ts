export { progressiveDeliveryTranslationRef } from './progressiveDeliveryTranslationRef';
