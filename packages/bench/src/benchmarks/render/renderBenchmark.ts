import { Benchmark } from '../../running/Benchmark';
import { agentsOverlay } from './rows/agentsOverlay';
import { manyDocuments } from './rows/manyDocuments';
import { preflightReads } from './rows/preflightReads';
import { Stage } from './stage/Stage';

export const renderBenchmark: Benchmark = {
  description:
    'Previews of a switch: the real services of the backend in a process of their own, a real Git repository over HTTP, and the real helm and kustomize, which are also run by hand for comparison, and a real API server behind the Kubernetes plugin. Takes about ten minutes.',
  async run(context) {
    const stage = await Stage.set(context);
    return [
      ...(await agentsOverlay(stage)),
      ...(await preflightReads(stage)),
      ...(await manyDocuments(stage)),
    ];
  },
};
