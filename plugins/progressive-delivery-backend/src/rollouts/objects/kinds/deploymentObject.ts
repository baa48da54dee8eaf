import { z } from 'zod/v4';
import { listOf, TRACKING_ID } from '@progressive-delivery/engine';
import {
  condition,
  count,
  managedFields,
  objectMetadata,
  optional,
  orEmpty,
  text,
} from './kubernetesObject';

const statusSchema = z.object({
  observedGeneration: count,
  conditions: listOf(condition),
  replicas: count,
  updatedReplicas: count,
  readyReplicas: count,
  availableReplicas: count,
});

/** The fields of a Deployment (apps/v1) that are in use. */
export const deploymentObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    namespace: z.string(),
    generation: count,
    managedFields,
    annotations: z
      .object({
        'deployment.kubernetes.io/revision': text,
        [TRACKING_ID]: text,
      })
      .nullish(),
  }),
  spec: z.object({
    replicas: optional(z.number()).transform(replicas => replicas ?? 1),
    paused: optional(z.boolean()),
    progressDeadlineSeconds: optional(z.number()),
    strategy: optional(z.object({ type: text })),
  }),
  status: orEmpty(statusSchema),
});

/** A Deployment, as far as it is read. */
export type DeploymentObject = z.output<typeof deploymentObjectSchema>;
