import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

const metric = z.string();

/** A number where it is one; otherwise as the provider gave it, such as `[0.97,12]`. */
const measured = z.union([z.number(), z.string()]);

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownFailureCauseSchema = z.discriminatedUnion('id', [
  /** What it was is not known. */
  messageSchema('metric', { metric }),
  messageSchema('metricLimit', {
    metric,
    value: measured,
    /** `<`, `<=`, `>`, `>=`, `==` or `!=`. */
    operator: z.string(),
    limit: z.number(),
  }),
  /** By a condition that does more than to compare one number. */
  messageSchema('metricCondition', {
    metric,
    value: measured,
    condition: z.string(),
  }),
  /** What the controller names; that alone pauses a Rollout, so something else has failed besides. */
  messageSchema('metricInconclusive', { metric }),
  messageSchema('metricError', { metric }),
  /** `message` is the provider's. */
  messageSchema('metricErrorSaying', { metric, message: z.string() }),
  messageSchema('progressDeadline', {}),
  /** `message` is the controller's. */
  messageSchema('other', { message: z.string() }),
]);

/**
 * What made a Rollout fail, as the second half of a sentence.
 *
 * @public
 */
export type FailureCause =
  | z.infer<typeof knownFailureCauseSchema>
  | UnknownMessage;

/** @public */
export const failureCauseSchema: z.ZodType<FailureCause> = messagesSchema(
  knownFailureCauseSchema,
);

const step = {
  /** Counted from one. */
  step: z.number(),
  steps: z.number(),
};

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownFailureSchema = z.discriminatedUnion('id', [
  messageSchema('canaryAtStep', { ...step, cause: failureCauseSchema }),
  messageSchema('canary', { cause: failureCauseSchema }),
  /** Of another strategy than canary. */
  messageSchema('rollout', { cause: failureCauseSchema }),
  messageSchema('abortedAtStep', step),
  messageSchema('aborted', {}),
]);

/**
 * How an update of a Rollout ended, where it did not succeed: at which step, and why or by whom.
 *
 * @public
 */
export type Failure = z.infer<typeof knownFailureSchema> | UnknownMessage;

/** @public */
export const failureSchema: z.ZodType<Failure> =
  messagesSchema(knownFailureSchema);
