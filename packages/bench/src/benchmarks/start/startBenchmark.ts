import { Benchmark } from '../../running/Benchmark';
import { buildOfApiServer } from './buildOfApiServer';
import { startOfSandbox } from './startOfSandbox';

export const startBenchmark: Benchmark = {
  description:
    'The first start on a machine that has only Go, a C compiler and Git: all that the sandbox runs is fetched, built and started, in caches of its own that are empty. Takes about twenty minutes on two cores, and 12 GB in the folder for temporary files.',
  async run(context) {
    const { log } = context;
    log('building kube-apiserver alone');
    const alone = await buildOfApiServer(context);
    log(`kube-apiserver alone: ${Math.round(alone)} s; starting the sandbox`);
    const start = await startOfSandbox(context);
    log(`the sandbox: ${Math.round(start)} s`);
    return [
      {
        id: 'cold-start',
        what: 'cold start of the sandbox / go build of kube-apiserver alone, each with empty caches for what is fetched and what is compiled; once',
        value: start / alone,
        unit: 'ratio',
        bar: { atMost: 2.2 },
      },
    ];
  },
};
