import { z } from 'zod/v4';
import { actionRefusalSchema } from './actionRefusal';

/**
 * What can be done to a Rollout, as the kubectl plugin of Argo Rollouts does it.
 *
 * @public
 */
export const rolloutActionSchema = z.enum([
  'promote',
  'promote-full',
  'skip-step',
  'abort',
  'retry',
  'restart',
  'pause',
]);

/** @public */
export type RolloutAction = z.infer<typeof rolloutActionSchema>;

/**
 * Body of `POST T/rollouts/:namespace/:rollout/:action`: the state that the person saw. Where the Rollout is in another
 * by then, nothing is done and the answer is 409 with what changed.
 *
 * @public
 */
export const rolloutActionRequestSchema = z
  .object({
    /** `metadata.generation` */
    generation: z.number().int(),
    /** `status.currentPodHash`; absent where it was not known. */
    podHash: z.string().max(100).optional(),
    /** `status.currentStepIndex`; absent without steps. */
    stepIndex: z.number().int().nonnegative().optional(),
    /** `status.abort` */
    abort: z.boolean(),
    /** Whether it was paused: by a pause condition of the controller or by `spec.paused`. */
    paused: z.boolean(),
  })
  .strict();

/** @public */
export type RolloutActionRequest = z.infer<typeof rolloutActionRequestSchema>;

/**
 * Whether an action can be taken now, and where it cannot, why.
 *
 * @public
 */
export const rolloutActionStateSchema = z.discriminatedUnion('state', [
  z.object({ action: rolloutActionSchema, state: z.literal('possible') }),
  z.object({
    action: rolloutActionSchema,
    state: z.literal('impossible'),
    because: actionRefusalSchema,
  }),
]);

/** @public */
export type RolloutActionState = z.infer<typeof rolloutActionStateSchema>;
