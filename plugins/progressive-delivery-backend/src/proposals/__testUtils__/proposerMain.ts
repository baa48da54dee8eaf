import { assertError } from '@backstage/errors';
import { z } from 'zod/v4';
import { hostedProposals } from './hostedProposals';
import { ProposerAnswer } from './ProposerProcess';

// What opens pull requests, in a process of its own that can be killed.
const options = z
  .object({
    directory: z.string(),
    file: z.string(),
    integrations: z.record(z.string(), z.json()),
    labels: z.array(z.string()),
    openingMilliseconds: z.number().optional(),
    repository: z.string(),
    reviewers: z.array(z.string()),
  })
  .parse(JSON.parse(process.argv[2]));
const proposals = hostedProposals(options);

const questionSchema = z.object({ id: z.number(), path: z.string() });

const answer = (message: ProposerAnswer) => process.send?.(message);

process.on('message', async message => {
  const { id, path } = questionSchema.parse(message);
  try {
    const { outcome, proposal } = await proposals.propose(path);
    answer({ id, outcome, number: proposal.number });
  } catch (error) {
    assertError(error);
    answer({ id, outcome: 'failed', error: `${error.name}: ${error.message}` });
  }
});
process.on('disconnect', () => process.exit());
answer({ id: 0, outcome: 'ready' });
