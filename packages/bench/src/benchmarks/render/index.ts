export { renderBenchmark } from './renderBenchmark';
