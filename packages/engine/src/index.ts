/**
 * What the backend and the command share. It knows nothing of Backstage's services.
 *
 * @packageDocumentation
 */
export * from './adoption';
export * from './charts';
export * from './clusters';
export * from './errors';
export * from './git';
export * from './markdown';
export * from './overlays';
export * from './preflight';
export * from './preparation';
export * from './processes';
export * from './targets';
export * from './variants';
export * from './yaml';
export { defaultRenderLimits } from './RenderLimits';
export { cannotPreview } from './cannotPreview';
export type { ReasonContent } from './cannotPreview';
