import { Benchmark } from '../../running/Benchmark';
import { firstLayout } from './rows/firstLayout';
import { manyEntities } from './rows/manyEntities';
import { refetch } from './rows/refetch';
import { unrelatedCommit } from './rows/unrelatedCommit';
import { valuesEdit } from './rows/valuesEdit';
import { Stage } from './stage/Stage';

export const repositoryBenchmark: Benchmark = {
  description:
    'Reading overlays out of a large repository (15,000 files, 200 MB, 5,000 commits) on a real Gitea, all through a proxy that counts, and changing a value of a large file. Takes about ten minutes.',
  async run(context) {
    // The first does not need the stage, and is not to be disturbed by it.
    const edited = await valuesEdit(context);
    const stage = await Stage.set(context);
    return [
      ...(await firstLayout(stage)),
      ...(await refetch(stage)),
      ...(await unrelatedCommit(stage)),
      ...(await manyEntities(stage)),
      ...edited,
    ];
  },
};
