export { adoptChart } from './adoptChart';
export type { Adoption, AdoptOptions, FileChange } from './adoptChart';
export type { ChartFiles } from './chart/Chart';
export { describeProof } from './describeProof';
export { CHART_PATTERN } from './texts/chartPattern';
export { patchOf } from './patchOf';
export type { PlannedWorkload } from './plan/planAdoption';
export type { AdoptionProof } from './proof/proveAdoption';
export type { ValuesSet } from './proof/ValuesSet';
