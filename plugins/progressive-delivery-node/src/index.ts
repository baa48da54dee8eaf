/**
 * What other backend plugins and modules use of progressive delivery.
 *
 * @packageDocumentation
 */
export * from './ProgressiveDeliveryService';
export * from './gitHostsExtensionPoint';
export * from './preflightExtensionPoint';
