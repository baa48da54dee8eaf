import { z } from 'zod/v4';
import { openEnum } from '../openEnum';

/**
 * How an analysis run, a metric, a measurement or an experiment stands, in the words of Argo Rollouts; `Unknown` is a
 * later one's.
 *
 * @public
 */
export const analysisPhaseSchema = openEnum(
  ['Pending', 'Running', 'Successful', 'Failed', 'Error', 'Inconclusive'],
  'Unknown',
);

/** @public */
export type AnalysisPhase = z.infer<typeof analysisPhaseSchema>;

/**
 * What a metric was at one time.
 *
 * @public
 */
export const measurementStatusSchema = z.object({
  phase: analysisPhaseSchema,
  /** As the provider gave it, such as `[0.97]`; cut off where it is very long. */
  value: z.string().optional(),
  message: z.string().optional(),
  /** ISO 8601; when it was taken, or begun where it has not been taken yet. */
  at: z.string().optional(),
});

/** @public */
export type MeasurementStatus = z.infer<typeof measurementStatusSchema>;

/**
 * A metric of an analysis run: what is asked of it, and what was measured.
 *
 * @public
 */
export const metricStatusSchema = z.object({
  name: z.string(),
  /** What measures it: `prometheus`, `job`, `web`, or the name of a plugin. */
  provider: z.string().optional(),
  /** `Pending` before it was measured for the first time. */
  phase: analysisPhaseSchema,
  message: z.string().optional(),
  /** It is measured and decides nothing. */
  dryRun: z.boolean(),
  /** An expression over the measured value, such as `result[0] >= 0.95`. */
  successCondition: z.string().optional(),
  failureCondition: z.string().optional(),
  /** A Go duration, such as `30s`; absent where it is measured once. */
  interval: z.string().optional(),
  /** How many of each are let pass; one more decides. Defaults of Argo Rollouts are filled in. */
  limits: z.object({
    /** Failed measurements; absent where any number is let pass. */
    failed: z.number().int().optional(),
    inconclusive: z.number().int(),
    /** Errors in a row. */
    consecutiveErrors: z.number().int(),
  }),
  /** How often it is to be measured; absent where it is measured until it is stopped. */
  wanted: z.number().int().optional(),
  /** Successful measurements in a row that are enough; absent where that is not asked for. */
  wantedConsecutiveSuccesses: z.number().int().optional(),
  /** Measurements so far; `measured` is without those that ended in an error. */
  counts: z.object({
    measured: z.number().int(),
    successful: z.number().int(),
    failed: z.number().int(),
    inconclusive: z.number().int(),
    errors: z.number().int(),
    consecutiveErrors: z.number().int(),
    consecutiveSuccesses: z.number().int(),
  }),
  /** The last ten, oldest first. */
  measurements: z.array(measurementStatusSchema),
});

/** @public */
export type MetricStatus = z.infer<typeof metricStatusSchema>;

/**
 * An analysis run that belongs to a Rollout, or to one of its experiments.
 *
 * @public
 */
export const analysisRunStatusSchema = z.object({
  name: z.string(),
  /** What it was started for; `other` where it does not say. */
  kind: openEnum(
    ['step', 'background', 'prePromotion', 'postPromotion', 'experiment'],
    'other',
  ),
  /** Whether the Rollout goes by it now, or its experiment does; the others are of earlier times. */
  current: z.boolean(),
  /** Of the workload. */
  revision: z.number().int().optional(),
  /** Index of the step that it is of; only of kind `step`. */
  stepIndex: z.number().int().nonnegative().optional(),
  phase: analysisPhaseSchema,
  /** What failed, in the words of the controller. */
  message: z.string().optional(),
  /** ISO 8601. */
  startedAt: z.string().optional(),
  /** ISO 8601. */
  completedAt: z.string().optional(),
  metrics: z.array(metricStatusSchema),
});

/** @public */
export type AnalysisRunStatus = z.infer<typeof analysisRunStatusSchema>;
