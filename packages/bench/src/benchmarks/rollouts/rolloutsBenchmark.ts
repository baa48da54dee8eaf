import { Benchmark } from '../../running/Benchmark';
import { changeLatency } from './rows/changeLatency';
import { firstStatus } from './rows/firstStatus';
import { manyChanges } from './rows/manyChanges';
import { projection } from './rows/projection';
import { recovery } from './rows/recovery';
import { viewerRequests } from './rows/viewerRequests';
import { Stage } from './stage/Stage';

export const rolloutsBenchmark: Benchmark = {
  description:
    "The live status of rollouts: a real etcd and API server without controllers (objects are written as controllers leave them), Backstage's backend in a process of its own with the real Kubernetes plugin's proxy in between, real streams over HTTP, and kubectl beside it. Takes about ten minutes.",
  async run(context) {
    const stage = await Stage.set(context);
    return [
      ...(await changeLatency(stage)),
      ...(await viewerRequests(stage)),
      ...(await firstStatus(stage)),
      ...(await manyChanges(stage)),
      ...(await projection(stage)),
      ...(await recovery(stage)),
    ];
  },
};
