import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { listOf } from '../../../clusters/listOf';
import { liveMetadata } from './liveMetadata';

const containers = listOf(
  z.object({ name: z.string(), image: z.string().optional() }),
);

const selectorSchema = z
  .object({
    matchLabels: z.record(z.string(), z.string()).nullish(),
    matchExpressions: z.array(z.unknown()).nullish(),
  })
  .nullish();

const conditions = listOf(
  z.object({
    type: z.string(),
    status: z.string(),
    reason: z.string().optional(),
    message: z.string().optional(),
  }),
);

const replicas = z.number().int().nullish();

/** The fields of a Deployment (apps/v1) and of a Rollout (argo-rollouts v1.10) that checks look at. */
const fields = {
  metadata: liveMetadata,
  spec: z.object({
    replicas,
    paused: z.boolean().nullish(),
    selector: selectorSchema,
    template: z
      .object({
        metadata: z
          .object({
            labels: z.record(z.string(), z.string()).nullish(),
          })
          .nullish(),
        spec: z.object({ containers, initContainers: containers }).nullish(),
      })
      .nullish(),
    workloadRef: z.object({ kind: z.string(), name: z.string() }).nullish(),
  }),
  status: z
    .object({
      /** A text where it is a Rollout's. */
      observedGeneration: z.union([z.number(), z.string()]).nullish(),
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
      conditions,
      phase: z.string().nullish(),
      message: z.string().nullish(),
      abort: z.boolean().nullish(),
      currentPodHash: z.string().nullish(),
      stableRS: z.string().nullish(),
      pauseConditions: listOf(z.object({ reason: z.string() })),
    })
    .nullish(),
};

const liveWorkloadSchema = (kind: WorkloadKind) =>
  z.object(fields).transform(object => ({ kind, ...object }));

export const deploymentSchema = liveWorkloadSchema('Deployment');
export const rolloutSchema = liveWorkloadSchema('Rollout');

/** A Deployment or Rollout that is there, as far as checks look at it. */
export type LiveWorkload = z.output<typeof deploymentSchema>;
