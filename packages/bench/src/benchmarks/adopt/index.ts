export { adoptBenchmark } from './adoptBenchmark';
