export { hostileBenchmark } from './hostileBenchmark';
