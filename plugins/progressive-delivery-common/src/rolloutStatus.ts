import { z } from 'zod';
import { workloadKindSchema } from './deliveryTarget';
import {
  rolloutActionRequestSchema,
  rolloutActionStateSchema,
} from './rolloutAction';

/**
 * A step of a canary.
 *
 * @public
 */
export const rolloutStepSchema = z.object({
  /** The key of the step, such as `setWeight` or `pause`. */
  type: z.string(),
  /** In words, such as "Set weight to 34 %" or "Pause until promoted". */
  description: z.string(),
  state: z.enum(['done', 'current', 'waiting', 'skipped']),
});

/** @public */
export type RolloutStep = z.infer<typeof rolloutStepSchema>;

/** @public */
export const podStatusSchema = z.object({
  name: z.string(),
  /** As `kubectl get pods` says it: `Running`, `Pending`, `CrashLoopBackOff`. */
  status: z.string(),
  ready: z.boolean(),
  restarts: z.number().int().nonnegative(),
  /** ISO 8601. */
  createdAt: z.string().optional(),
});

/** @public */
export type PodStatus = z.infer<typeof podStatusSchema>;

/**
 * A ReplicaSet of a workload that has pods or matters.
 *
 * @public
 */
export const revisionStatusSchema = z.object({
  /** Name of the ReplicaSet. */
  name: z.string(),
  /** Revision number, as annotated by the controller. */
  revision: z.number().int().optional(),
  role: z.enum(['stable', 'canary', 'active', 'preview', 'old']),
  images: z.array(z.string()),
  desired: z.number().int(),
  ready: z.number().int(),
  available: z.number().int(),
  pods: z.array(podStatusSchema),
});

/** @public */
export type RevisionStatus = z.infer<typeof revisionStatusSchema>;

/**
 * What a person needs to know of a Rollout (or a Deployment) and all it owns.
 *
 * @public
 */
export const rolloutStatusSchema = z.object({
  kind: workloadKindSchema,
  namespace: z.string(),
  name: z.string(),
  /** As `kubectl argo rollouts get rollout` says it. */
  phase: z.enum(['Healthy', 'Progressing', 'Paused', 'Degraded', 'Unknown']),
  message: z.string().optional(),
  strategy: z.enum(['canary', 'blueGreen', 'rollingUpdate', 'recreate']),
  aborted: z.boolean(),
  /** What an action is made for, `rolloutActionRequestSchema`; Rollouts only. */
  seen: rolloutActionRequestSchema.optional(),
  /** What can be done now, and what cannot and why; empty for a Deployment. */
  actions: z.array(rolloutActionStateSchema),
  /** ISO 8601; since when it is paused. */
  pausedSince: z.string().optional(),
  /** Steps of a canary with their states; empty without steps. */
  steps: z.array(rolloutStepSchema),
  /** Index of the step it is at, `steps.length` when done; absent without steps. */
  stepIndex: z.number().int().nonnegative().optional(),
  /** Percent of traffic (or of pods, without traffic routing) that the canary should get and gets; canaries only. */
  weight: z
    .object({ set: z.number(), actual: z.number().optional() })
    .optional(),
  replicas: z.object({
    desired: z.number().int(),
    current: z.number().int(),
    updated: z.number().int(),
    ready: z.number().int(),
    available: z.number().int(),
  }),
  revisions: z.array(revisionStatusSchema),
});

/** @public */
export type RolloutStatus = z.infer<typeof rolloutStatusSchema>;

/**
 * Answer of `GET .../rollouts`.
 *
 * @public
 */
export const rolloutsResponseSchema = z.object({
  /** ISO 8601; when the cluster was asked. */
  observedAt: z.string(),
  rollouts: z.array(rolloutStatusSchema),
  /** What could not be read, each a sentence a person can act on. */
  problems: z.array(z.string()),
});

/** @public */
export type RolloutsResponse = z.infer<typeof rolloutsResponseSchema>;
