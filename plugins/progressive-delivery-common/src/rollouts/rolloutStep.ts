import { z } from 'zod/v4';
import { openEnum } from '../openEnum';
import {
  messageSchema,
  messagesSchema,
  secondsSchema,
  UnknownMessage,
} from '../texts';
import { waitSchema } from './wait';

/** Text where it is neither seconds nor a Go duration, which the controller refuses. */
const durationSchema = z.union([secondsSchema, z.string()]);

const templates = z.array(z.string());

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownStepDescriptionSchema = z.discriminatedUnion('id', [
  messageSchema('setWeight', { weight: z.number() }),
  messageSchema('pause', {}),
  messageSchema('pauseFor', { duration: durationSchema }),
  messageSchema('experiment', { templates }),
  messageSchema('experimentFor', { templates, duration: durationSchema }),
  messageSchema('analysis', { templates }),
  messageSchema('setCanaryScale', {}),
  messageSchema('scaleToWeight', { weight: z.number() }),
  messageSchema('scaleToTraffic', {}),
  messageSchema('scaleToReplicas', { count: z.number() }),
  messageSchema('plugin', { name: z.string() }),
  messageSchema('setHeaderRoute', {
    /** `X-Tester: "yes"`, `X-Tester: "y"*` for a prefix, `X-Tester: /^y/` for an expression; a name alone for any value. */
    headers: z.array(z.string()),
  }),
  messageSchema('removeHeaderRoute', { route: z.string() }),
  messageSchema('setMirrorRoute', { route: z.string() }),
  messageSchema('setMirrorRouteShare', {
    route: z.string(),
    percentage: z.number(),
  }),
  messageSchema('removeMirrorRoute', { route: z.string() }),
  /** A step of a later Argo Rollouts, or one that makes no sense. */
  messageSchema('unsupported', { key: z.string() }),
  messageSchema('empty', {}),
]);

/**
 * What a step of a canary does. Weights are percent.
 *
 * @public
 */
export type StepDescription =
  | z.infer<typeof knownStepDescriptionSchema>
  | UnknownMessage;

/** @public */
export const stepDescriptionSchema: z.ZodType<StepDescription> = messagesSchema(
  knownStepDescriptionSchema,
);

/**
 * A step of a canary.
 *
 * @public
 */
export const rolloutStepSchema = z.object({
  /** The key of the step, such as `setWeight` or `pause`. */
  type: z.string(),
  description: stepDescriptionSchema,
  /** `failed` is the one at which it was aborted, where that is known: see `abort`. */
  state: openEnum(
    ['done', 'current', 'waiting', 'skipped', 'failed'],
    'unknown',
  ),
  /** ISO 8601; when it was begun, where that is recorded. Of a step that is done, current or failed. */
  startedAt: z.string().optional(),
  /** ISO 8601; when it was done, where that is recorded. */
  endedAt: z.string().optional(),
  /** Of the current step. */
  waitsFor: waitSchema.optional(),
});

/** @public */
export type RolloutStep = z.infer<typeof rolloutStepSchema>;
