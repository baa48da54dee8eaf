import { z } from 'zod/v4';
import { actionRefusalSchema } from '../rollouts/actionRefusal';
import { rolloutChangeSchema } from '../rollouts/rolloutChange';
import { messageSchema } from '../texts';

/** Of the Rollout. */
const name = z.string();

/** Why an action was not taken on a Rollout. */
export const actionProblems = [
  /** `change`: what tells most, where that is more than one thing. */
  messageSchema('rolloutChanged', { name, change: rolloutChangeSchema }),
  messageSchema('rolloutChangesFast', { name }),
  messageSchema('actionRefused', { name, refusal: actionRefusalSchema }),
  /** Half of it was done. */
  messageSchema('rolloutChangedBetween', { name }),
  messageSchema('rolloutGone', { name, namespace: z.string() }),
] as const;
