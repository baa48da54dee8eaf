import { Benchmark } from './Benchmark';
import { rolloutsBenchmark } from './benchmarks/rollouts';

/** All benchmarks, by what `yarn bench` calls them. */
export const benchmarks: Record<string, Benchmark> = {
  rollouts: rolloutsBenchmark,
};
