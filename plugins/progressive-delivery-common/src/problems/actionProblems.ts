import { z } from 'zod/v4';
import { notProposableSchema } from '../targets/notProposable';
import { actionRefusalSchema } from '../rollouts/actionRefusal';
import { rolloutChangeSchema } from '../rollouts/rolloutChange';
import { messageSchema } from '../texts';
import { targetProblemSchema } from './targetProblems';

/** Of the Rollout. */
const name = z.string();

const rollout = { name, namespace: z.string() };

/** Title of the delivery target. */
const target = z.string();

/** Whose page it is, and the switches of the target that belong to it. */
const owner = { entity: z.string(), switches: z.array(z.string()) };

/** Why an action was not taken on a Rollout. */
export const actionProblems = [
  /** `change`: what tells most, where that is more than one thing. */
  messageSchema('rolloutChanged', { name, change: rolloutChangeSchema }),
  messageSchema('rolloutChangesFast', { name }),
  messageSchema('actionRefused', { name, refusal: actionRefusalSchema }),
  /** Half of it was done. */
  messageSchema('rolloutChangedBetween', { name }),
  messageSchema('rolloutGone', rollout),
  messageSchema('rolloutNotOfTarget', { ...rollout, target }),
  messageSchema('nothingToActOn', { target }),
  messageSchema('nowhereToAct', { target }),

  /** `problem`: why it is not known whose anything is. */
  messageSchema('ownersUnknown', { target, problem: targetProblemSchema }),
  /** `problem`: of several the first, for which it is not known what the switches move. */
  messageSchema('ownershipUnknown', {
    ...owner,
    ...rollout,
    target,
    problem: targetProblemSchema,
  }),
  /** One of the switches cannot be flipped, so it was not tried what it moves. */
  messageSchema('ownershipUntried', {
    ...owner,
    ...rollout,
    target,
    notProposable: notProposableSchema,
  }),
  /** `moving`: switches of others. */
  messageSchema('ownedByOthers', {
    ...owner,
    ...rollout,
    target,
    moving: z.array(z.string()),
  }),
  messageSchema('notOwned', { ...owner, ...rollout, target }),
  messageSchema('ownsNoSwitch', { entity: owner.entity, ...rollout, target }),

  /** A cluster on a change of the Rollout; `message`: in its words, or its status. */
  messageSchema('patchRejected', {
    cluster: z.string(),
    ...rollout,
    message: z.string(),
  }),
  /** `resource`: `rollouts` or `rollouts/status`. */
  messageSchema('patchForbidden', {
    cluster: z.string(),
    namespace: z.string(),
    resource: z.string(),
    message: z.string(),
  }),
  messageSchema('patchFailed', {
    cluster: z.string(),
    ...rollout,
    status: z.number(),
  }),
  messageSchema('patchFailedSaying', {
    cluster: z.string(),
    ...rollout,
    status: z.number(),
    message: z.string(),
  }),
  /** Nobody knows whether it was made. */
  messageSchema('patchUnanswered', { cluster: z.string(), ...rollout }),
  /** `message`: what is odd about the answer. */
  messageSchema('patchAnswerUnreadable', {
    cluster: z.string(),
    ...rollout,
    message: z.string(),
  }),
] as const;
