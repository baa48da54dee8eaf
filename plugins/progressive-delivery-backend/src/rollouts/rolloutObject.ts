import { z } from 'zod/v4';
import { canaryStepSchema } from './canaryStep';
import {
  condition,
  count,
  listOf,
  objectMetadata,
  optional,
  orEmpty,
  text,
  TRACKING_ID,
} from './kubernetesObject';

const canaryStrategy = z.object({
  steps: listOf(canaryStepSchema),
  trafficRouting: optional(
    z.object({ maxTrafficWeight: optional(z.number()) }),
  ),
});

const blueGreenStrategy = z.object({
  postPromotionAnalysis: optional(z.object({})),
});

const statusSchema = z.object({
  /** A number as text; versions before 0.10 kept a hash here. */
  observedGeneration: text,
  workloadObservedGeneration: text,
  phase: text,
  message: text,
  abort: optional(z.boolean()),
  promoteFull: optional(z.boolean()),
  controllerPause: optional(z.boolean()),
  pauseConditions: listOf(z.object({ reason: z.string(), startTime: text })),
  conditions: listOf(condition),
  currentPodHash: text,
  stableRS: text,
  currentStepIndex: optional(z.number().int().nonnegative()),
  restartedAt: text,
  replicas: count,
  updatedReplicas: count,
  readyReplicas: count,
  availableReplicas: count,
  canary: optional(
    z.object({
      weights: optional(z.object({ canary: z.object({ weight: count }) })),
      currentStepAnalysisRunStatus: optional(z.object({ status: text })),
    }),
  ),
  blueGreen: optional(
    z.object({
      activeSelector: text,
      previewSelector: text,
      postPromotionAnalysisRunStatus: optional(z.object({ status: text })),
    }),
  ),
});

/** The fields of an Argo Rollout (argo-rollouts v1.10 pkg/apis/rollouts/v1alpha1/types.go) that are in use. */
export const rolloutObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    namespace: z.string(),
    generation: optional(z.number()),
    annotations: z
      .object({
        'rollout.argoproj.io/revision': text,
        'rollout.argoproj.io/workload-generation': text,
        [TRACKING_ID]: text,
      })
      .nullish(),
  }),
  spec: z.object({
    replicas: optional(z.number()).transform(replicas => replicas ?? 1),
    paused: optional(z.boolean()),
    restartAt: text,
    workloadRef: optional(z.object({})),
    strategy: orEmpty(
      z.object({
        canary: optional(canaryStrategy),
        blueGreen: optional(blueGreenStrategy),
      }),
    ),
  }),
  status: orEmpty(statusSchema),
});

/** An Argo Rollout, as far as it is read. */
export type RolloutObject = z.output<typeof rolloutObjectSchema>;
