export { chartFilesOf } from './charts/chartFilesOf';
export type { FilesOfChart } from './charts/chartFilesOf';
export { deliveryCharts } from './charts/deliveryCharts';
export type { FoundChart } from './charts/deliveryCharts';
export { unreadableSources, withoutCharts } from './charts/missingCharts';
export { whyNotPreparable } from './charts/whyNotPreparable';
export { ChartProver } from './proving/ChartProver';
export type {
  ChartProverOptions,
  GitChart,
  ProvedChart,
} from './proving/ChartProver';
export { shownPatch } from './proving/shownPatch';
