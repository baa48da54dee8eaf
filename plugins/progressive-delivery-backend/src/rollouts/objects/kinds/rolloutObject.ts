import { z } from 'zod/v4';
import { listOf, TRACKING_ID } from '@progressive-delivery/engine';
import { canaryStepSchema } from './canaryStep';
import {
  condition,
  count,
  keysOf,
  managedFields,
  objectMetadata,
  optional,
  orEmpty,
  said,
  text,
} from './kubernetesObject';

const canaryStrategy = z.object({
  steps: listOf(canaryStepSchema),
  stableService: text,
  canaryService: text,
  pingPong: optional(z.object({ pingService: text, pongService: text })),
  trafficRouting: optional(
    z.object({
      maxTrafficWeight: optional(z.number()),
      istio: optional(z.object({})),
      nginx: optional(z.object({})),
      alb: optional(z.object({})),
      smi: optional(z.object({})),
      ambassador: optional(z.object({})),
      appMesh: optional(z.object({})),
      traefik: optional(z.object({})),
      apisix: optional(z.object({})),
      plugins: keysOf,
    }),
  ),
});

const blueGreenStrategy = z.object({
  activeService: text,
  previewService: text,
  autoPromotionEnabled: optional(z.boolean()),
  autoPromotionSeconds: optional(z.number()),
  postPromotionAnalysis: optional(z.object({})),
});

/** The analysis run that the controller goes by now. */
const currentRun = optional(z.object({ name: text, status: text }));

const statusSchema = z.object({
  /** A number as text. */
  observedGeneration: text,
  workloadObservedGeneration: text,
  phase: text,
  message: said,
  abort: optional(z.boolean()),
  abortedAt: text,
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
      weights: optional(
        z.object({
          canary: z.object({ weight: count }),
          verified: optional(z.boolean()),
        }),
      ),
      currentStepAnalysisRunStatus: currentRun,
      currentBackgroundAnalysisRunStatus: currentRun,
      currentExperiment: text,
      stepPluginStatuses: listOf(
        z.object({
          index: count,
          operation: text,
          phase: text,
          message: said,
        }),
      ),
    }),
  ),
  blueGreen: optional(
    z.object({
      activeSelector: text,
      previewSelector: text,
      prePromotionAnalysisRunStatus: currentRun,
      postPromotionAnalysisRunStatus: currentRun,
    }),
  ),
});

/** The fields of an Argo Rollout (argo-rollouts v1.10 pkg/apis/rollouts/v1alpha1/types.go) that are in use. */
export const rolloutObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    namespace: z.string(),
    generation: optional(z.number()),
    managedFields,
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
    workloadRef: optional(z.object({ kind: text, name: text })),
    progressDeadlineSeconds: optional(z.number()),
    progressDeadlineAbort: optional(z.boolean()),
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
