export { chartFilesOf } from './charts/chartFilesOf';
export type { FilesOfChart } from './charts/chartFilesOf';
export { deliveryCharts, withoutCharts } from './charts/deliveryCharts';
export type { FoundChart } from './charts/deliveryCharts';
export { whyNotPreparable } from './charts/whyNotPreparable';
export { ChartProver } from './proving/ChartProver';
export type {
  ChartProverOptions,
  GitChart,
  ProvedChart,
} from './proving/ChartProver';
export { shownPatch } from './proving/shownPatch';
