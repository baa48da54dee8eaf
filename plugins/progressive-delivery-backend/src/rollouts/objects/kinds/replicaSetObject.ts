import { z } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';
import {
  count,
  objectMetadata,
  optional,
  orEmpty,
  ownerReferences,
  text,
} from './kubernetesObject';

const statusSchema = z.object({
  replicas: count,
  readyReplicas: count,
  availableReplicas: count,
});

/** The fields of a ReplicaSet (apps/v1) that are in use. */
export const replicaSetObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    ownerReferences,
    annotations: z
      .object({
        'rollout.argoproj.io/revision': text,
        'deployment.kubernetes.io/revision': text,
        'scale-down-deadline': text,
      })
      .nullish(),
    labels: z.object({ 'rollouts-pod-template-hash': text }).nullish(),
  }),
  spec: z.object({
    replicas: optional(z.number()).transform(replicas => replicas ?? 1),
    minReadySeconds: count,
    template: z.object({
      spec: z.object({ containers: listOf(z.object({ image: text })) }),
    }),
  }),
  status: orEmpty(statusSchema),
});

/** A ReplicaSet, as far as it is read. */
export type ReplicaSetObject = z.output<typeof replicaSetObjectSchema>;
