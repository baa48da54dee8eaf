import { z } from 'zod/v4';
import { adoptionObstacleSchema } from '../adoptionText';
import { notPreparableSchema } from '../targets/notPreparable';
import { messageSchema } from '../texts';

const chart = z.string();

/** What keeps a chart from being prepared now, or its state from being known. */
export const chartProblems = [
  /** What a pull request would be opened for is no longer what somebody saw. */
  messageSchema('chartChanged', { chart }),
  messageSchema('chartRefused', { chart, obstacle: adoptionObstacleSchema }),
  messageSchema('chartNotPreparable', {
    chart,
    notPreparable: notPreparableSchema,
  }),
  /** `charts`: ids of those that the target renders. */
  messageSchema('chartMissing', {
    target: z.string(),
    chart,
    charts: z.array(z.string()),
  }),
  messageSchema('chartsMissing', { target: z.string(), chart }),
  /** `switches`: those that the entity may use. */
  messageSchema('chartNotOwned', {
    entity: z.string(),
    target: z.string(),
    chart,
    switches: z.array(z.string()),
  }),
  messageSchema('chartHasSwitch', { chart, switches: z.array(z.string()) }),
  /** `message`: in the words of who failed. */
  messageSchema('chartProposalsUnread', {
    repository: z.string(),
    message: z.string(),
  }),
] as const;
