import { z } from 'zod/v4';
import { openEnum } from '../openEnum';

/**
 * Why a pod is not as it should be.
 *
 * @public
 */
export const podProblemSchema = z.object({
  /** In one word: `CrashLoopBackOff`, `Unschedulable`, `OOMKilled`. */
  reason: z.string(),
  /** In the words of the cluster; cut off where it is very long. */
  message: z.string().optional(),
  /** The container that it is about; absent where it is about the pod. */
  container: z.string().optional(),
  /** How the container ended the last time, where it has. */
  lastEnd: z
    .object({
      reason: z.string().optional(),
      exitCode: z.number().int(),
      message: z.string().optional(),
      /** ISO 8601. */
      at: z.string().optional(),
    })
    .optional(),
});

/** @public */
export type PodProblem = z.infer<typeof podProblemSchema>;

/**
 * A pod of a revision.
 *
 * @public
 */
export const podStatusSchema = z.object({
  name: z.string(),
  /** As `kubectl get pods` says it: `Running`, `Pending`, `CrashLoopBackOff`. */
  status: z.string(),
  ready: z.boolean(),
  restarts: z.number().int().nonnegative(),
  /** ISO 8601. */
  createdAt: z.string().optional(),
  /** ISO 8601; when it counts as available, `minReadySeconds` after it became ready. Absent while it is not ready. */
  availableAt: z.string().optional(),
  /** Why it is not ready, or restarts; absent where nothing is wrong or known. */
  problem: podProblemSchema.optional(),
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
  role: openEnum(['stable', 'canary', 'active', 'preview', 'old'], 'unknown'),
  images: z.array(z.string()),
  /** ISO 8601; when it was made first, which a rollback does not change. */
  createdAt: z.string().optional(),
  /** By which Services and others select its pods; Rollouts only. */
  podHash: z.string().optional(),
  desired: z.number().int(),
  ready: z.number().int(),
  available: z.number().int(),
  /** ISO 8601; until when its pods are kept, in case it is needed again. */
  scaleDownAt: z.string().optional(),
  pods: z.array(podStatusSchema),
});

/** @public */
export type RevisionStatus = z.infer<typeof revisionStatusSchema>;
