export * from './findCommand';
export * from './runProcess';
export * from './toolEnvironment';
export { SharedWork } from './SharedWork';
export { TimeSlices } from './TimeSlices';
export { WorkerPool } from './WorkerPool';
export type { WorkerProcesses } from './WorkerProcesses';
export { LONGEST_TIMER } from './longestTimer';
