import { z } from 'zod/v4';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownWaitSchema = z.discriminatedUnion('id', [
  messageSchema('promotion', {}),
  messageSchema('pauseEnd', {}),
  messageSchema('unpause', {}),
  messageSchema('specObserved', {}),
  messageSchema('validSpec', {}),
  messageSchema('inconclusiveAnalysis', {}),
  messageSchema('inconclusiveExperiment', {}),
  messageSchema('retryObserved', {}),
  messageSchema('promotionObserved', {}),
  messageSchema('podsAvailable', {
    /** How many are missing. */
    count: z.number(),
    /** Role of the revision that they are of. */
    role: z.string(),
    available: z.number(),
    desired: z.number(),
  }),
  messageSchema('weightVerified', {}),
  messageSchema('replicasScaled', {}),
  messageSchema('routeSet', {}),
  messageSchema('analysisStarted', {}),
  messageSchema('analysis', { name: z.string() }),
  messageSchema('analysisMeasuring', {
    name: z.string(),
    /** The metrics that are not through, such as `success-rate: 2/5` where the number of measurements is known. */
    metrics: z.array(z.string()),
  }),
  messageSchema('experimentStarted', {}),
  messageSchema('experimentPods', {
    name: z.string(),
    templates: z.array(z.string()),
  }),
  messageSchema('experiment', { name: z.string() }),
  messageSchema('plugin', {}),
  /** `message` is the plugin's own. */
  messageSchema('pluginSaying', { message: z.string() }),
]);

/**
 * What has to happen before a canary leaves the step that it is at.
 *
 * @public
 */
export type Wait = z.infer<typeof knownWaitSchema> | UnknownMessage;

/** @public */
export const waitSchema: z.ZodType<Wait> = messagesSchema(knownWaitSchema);
