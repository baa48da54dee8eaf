export { switchBenchmark } from './switchBenchmark';
