import { z } from 'zod/v4';
import {
  analysisPhaseSchema,
  analysisRunStatusSchema,
} from './analysisRunStatus';

/**
 * One of the versions that run side by side in an experiment.
 *
 * @public
 */
export const experimentTemplateStatusSchema = z.object({
  name: z.string(),
  /** `Progressing`, `Running`, `Successful`, `Failed` or `Error`; absent before the controller has seen it. */
  status: z.string().optional(),
  message: z.string().optional(),
  podHash: z.string().optional(),
  /** Name of the Service that was made for it. */
  service: z.string().optional(),
  desired: z.number().int(),
  ready: z.number().int(),
  available: z.number().int(),
});

/** @public */
export type ExperimentTemplateStatus = z.infer<
  typeof experimentTemplateStatusSchema
>;

/**
 * An experiment of a Rollout.
 *
 * @public
 */
export const experimentStatusSchema = z.object({
  name: z.string(),
  /** Whether the Rollout goes by it now; the others are of earlier times. */
  current: z.boolean(),
  revision: z.number().int().optional(),
  /** Index of the step that it is of. */
  stepIndex: z.number().int().nonnegative().optional(),
  phase: analysisPhaseSchema,
  message: z.string().optional(),
  /** ISO 8601. */
  createdAt: z.string().optional(),
  /** ISO 8601; since when all its templates run, from which on its duration counts. */
  availableAt: z.string().optional(),
  /** ISO 8601; when its duration is over. Absent where it has none, or has not begun. */
  until: z.string().optional(),
  templates: z.array(experimentTemplateStatusSchema),
  /** Absent where they could not be read. */
  analysisRuns: z.array(analysisRunStatusSchema).optional(),
});

/** @public */
export type ExperimentStatus = z.infer<typeof experimentStatusSchema>;
