import { z } from 'zod/v4';

export const applicationSchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  status: z
    .object({
      sync: z.object({ status: z.string() }).passthrough().optional(),
      health: z.object({ status: z.string() }).passthrough().optional(),
      history: z.array(z.object({ revision: z.string() })).optional(),
      conditions: z.array(z.object({ message: z.string() })).optional(),
      operationState: z
        .object({ phase: z.string(), message: z.string().optional() })
        .optional(),
    })
    .prefault({}),
});

export const workloadSchema = z.object({
  metadata: z.object({ generation: z.number() }),
  spec: z.object({ replicas: z.number().optional() }),
  status: z
    .object({
      observedGeneration: z.union([z.string(), z.number()]).optional(),
      phase: z.string().optional(),
      message: z.string().optional(),
      currentStepIndex: z.number().optional(),
      readyReplicas: z.number().optional(),
      updatedReplicas: z.number().optional(),
      pauseConditions: z.array(z.object({ reason: z.string() })).optional(),
    })
    .prefault({}),
});

export const autoscalerSchema = z.object({
  metadata: z.object({ generation: z.number().optional() }),
  spec: z.object({ scaleTargetRef: z.object({ kind: z.string() }) }),
  status: z
    .object({
      observedGeneration: z.number().optional(),
      currentReplicas: z.number().optional(),
      desiredReplicas: z.number().optional(),
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .default([]),
    })
    .prefault({}),
});
