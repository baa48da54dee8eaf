/**
 * Shows where a component is deployed and how its canary is progressing, and proposes the switch between Deployment and
 * Rollout. This entry point serves the legacy frontend system; `/alpha` serves the new one.
 *
 * @packageDocumentation
 */
export {
  EntityProgressiveDeliveryCard,
  EntityProgressiveDeliveryContent,
  EntityProgressiveDeliveryWarning,
  ProgressiveDeliveryPage,
  progressiveDeliveryPlugin,
} from './plugin';
export * from './api';
export { progressiveDeliveryTranslationRef } from './translation';
export { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
