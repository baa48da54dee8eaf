export { proposalBenchmark } from './proposalBenchmark';
