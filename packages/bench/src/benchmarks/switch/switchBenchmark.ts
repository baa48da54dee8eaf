import { Benchmark } from '../../running/Benchmark';
import { blockedSwitches } from './rows/blockedSwitches';
import { Switched, switches } from './rows/switches';
import { switchRows } from './rows/switchRows';
import { Stage } from './stage/Stage';

export const switchBenchmark: Benchmark = {
  description:
    'The example’s components to Rollout and back, proposed in Backstage, merged and delivered by a real Argo CD, with pods that take 5 s to become ready, with and without an autoscaler: how many endpoints are ready meanwhile, and what preflight refuses. Three rounds take about fifteen minutes.',
  rounds: 3,
  async run(context) {
    const stage = await Stage.set(context);
    const switched: Switched[] = [];
    const blocked: boolean[] = [];
    // Both at the same time: no Application waits for the other.
    await Promise.all(
      stage.environments.map(async environment => {
        for (let round = 1; round <= context.rounds; round++) {
          for (const enabled of [true, false]) {
            blocked.push(...(await blockedSwitches(environment, enabled)));
            switched.push(...(await switches(environment, enabled)));
          }
          context.log(`${environment.title}: round ${round} is over`);
        }
      }),
    );
    return switchRows({ blocked, switched, rounds: context.rounds });
  },
};
