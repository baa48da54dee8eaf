export { unreadDescription } from './TargetDescription';
export type { TargetDescription } from './TargetDescription';
export { VariantService } from './VariantService';
export type {
  ComparedTarget,
  ValuesEdit,
  VariantServiceOptions,
} from './VariantService';
export { assertSeen } from './assertSeen';
export { maskerOf } from './comparing/maskerOf';
export { fieldOf, partsOf } from './manifests/fields';
export { isLarge } from './manifests/isLarge';
export { parseManifests } from './manifests/manifests';
export type { Manifest } from './manifests/manifests';
export { findPrlimit, inspectTool } from './rendering/inspectTools';
export type { InspectedTool, InspectedTools } from './rendering/inspectTools';
export { Masker } from './secrets/Masker';
export { withoutUserInformation } from './secrets/withoutUserInformation';
