import { Benchmark } from './Benchmark';
import { repositoryBenchmark } from './benchmarks/repository';
import { rolloutsBenchmark } from './benchmarks/rollouts';

/** All benchmarks, by what `yarn bench` calls them. */
export const benchmarks: Record<string, Benchmark> = {
  repository: repositoryBenchmark,
  rollouts: rolloutsBenchmark,
};
