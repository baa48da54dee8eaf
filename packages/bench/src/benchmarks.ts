import { Benchmark } from './Benchmark';

/** All benchmarks, by what `yarn bench` calls them. */
export const benchmarks: Record<string, Benchmark> = {};
