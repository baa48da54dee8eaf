import { Benchmark } from '../../running/Benchmark';
import { hostCalls } from './rows/hostCalls';
import { proposalTime } from './rows/proposalTime';
import { Stage } from './stage/Stage';

export const proposalBenchmark: Benchmark = {
  description:
    'Pull requests, opened by the real services of the backend at a real Gitea and at the test server for GitHub, behind a gate that counts what they are asked, and the same edit pushed by hand. Takes about two minutes.',
  rounds: 15,
  async run(context) {
    const rows = [];
    for (const host of ['gitea', 'github'] as const) {
      const stage = await Stage.set(host, context);
      rows.push(...(await hostCalls(stage)));
      if (host === 'gitea') {
        rows.push(...(await proposalTime(stage)));
      }
    }
    return rows;
  },
};
