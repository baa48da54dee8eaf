import { Benchmark } from './running/Benchmark';
import { adoptBenchmark } from './benchmarks/adopt';
import { hostileBenchmark } from './benchmarks/hostile';
import { proposalBenchmark } from './benchmarks/proposal';
import { renderBenchmark } from './benchmarks/render';
import { repositoryBenchmark } from './benchmarks/repository';
import { rolloutsBenchmark } from './benchmarks/rollouts';
import { startBenchmark } from './benchmarks/start';
import { switchBenchmark } from './benchmarks/switch';
import { uiBenchmark } from './benchmarks/ui';

/** All benchmarks, by what `yarn bench` calls them. */
export const benchmarks: Record<string, Benchmark> = {
  adopt: adoptBenchmark,
  hostile: hostileBenchmark,
  proposal: proposalBenchmark,
  render: renderBenchmark,
  repository: repositoryBenchmark,
  rollouts: rolloutsBenchmark,
  start: startBenchmark,
  switch: switchBenchmark,
  ui: uiBenchmark,
};
