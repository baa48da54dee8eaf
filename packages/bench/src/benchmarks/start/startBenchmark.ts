import { Benchmark } from '../../running/Benchmark';
import { buildOfApiServer } from './buildOfApiServer';
import { startOfSandbox } from './startOfSandbox';

export const startBenchmark: Benchmark = {
  description:
    'The first start on a machine that has only Go, a C compiler and Git: all that the sandbox runs is fetched, built and started, in caches of its own that are empty. Takes about half an hour on two cores, and 15 GB in the folder for temporary files.',
  async run(context) {
    const { log } = context;
    log('building kube-apiserver alone');
    const before = await buildOfApiServer(context, 'before');
    log(`kube-apiserver alone: ${Math.round(before)} s; starting the sandbox`);
    const start = await startOfSandbox(context);
    log(`the sandbox: ${Math.round(start)} s; building kube-apiserver again`);
    // In half an hour, a machine that is shared becomes faster or slower.
    const after = await buildOfApiServer(context, 'after');
    log(`kube-apiserver alone: ${Math.round(after)} s`);
    const alone = (before + after) / 2;
    return [
      {
        id: 'cold-start',
        what: 'cold start of the sandbox / go build of kube-apiserver alone, mean of one before and one after; each with empty caches for what is fetched and what is compiled',
        value: start / alone,
        unit: 'ratio',
        bar: { atMost: 2.2 },
      },
    ];
  },
};
