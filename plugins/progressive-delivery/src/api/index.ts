export { progressiveDeliveryApiRef } from './ProgressiveDeliveryApi';
export type {
  CallOptions,
  ProgressiveDeliveryApi,
  TargetReference,
} from './ProgressiveDeliveryApi';
export { ProgressiveDeliveryClient } from './ProgressiveDeliveryClient';
export type { ProgressiveDeliveryClientOptions } from './ProgressiveDeliveryClient';
