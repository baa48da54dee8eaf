/**
 * Backend of the progressive-delivery plugin: `backend.add(import(...))` it.
 *
 * @packageDocumentation
 */
export { progressiveDeliveryPlugin as default } from './plugin';
