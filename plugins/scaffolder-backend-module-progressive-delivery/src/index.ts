/**
 * Scaffolder action `progressive-delivery:propose`: `backend.add(import(...))` it.
 *
 * @packageDocumentation
 */
export { scaffolderModuleProgressiveDelivery as default } from './module';
