export { repositoryBenchmark } from './repositoryBenchmark';
