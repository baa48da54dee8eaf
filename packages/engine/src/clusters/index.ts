export type { Capabilities, CapabilitiesOfClusters } from './Capabilities';
export { listOf } from './listOf';
