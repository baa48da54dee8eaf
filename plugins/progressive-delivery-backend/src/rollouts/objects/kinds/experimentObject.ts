import { z } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';
import {
  count,
  objectMetadata,
  optional,
  orEmpty,
  ownerReferences,
  text,
  textUpTo,
} from './kubernetesObject';

const MESSAGE = textUpTo(1_000);

const statusSchema = z.object({
  phase: text,
  message: MESSAGE,
  availableAt: text,
  templateStatuses: listOf(
    z.object({
      name: z.string(),
      status: text,
      message: MESSAGE,
      podTemplateHash: text,
      serviceName: text,
      readyReplicas: count,
      availableReplicas: count,
    }),
  ),
});

/** The fields of an Experiment (argo-rollouts v1.10 pkg/apis/rollouts/v1alpha1/experiment_types.go) that are in use. */
export const experimentObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    ownerReferences,
    annotations: z.object({ 'rollout.argoproj.io/revision': text }).nullish(),
  }),
  spec: z.object({
    duration: text,
    templates: listOf(
      z.object({
        name: z.string(),
        replicas: optional(z.number()).transform(replicas => replicas ?? 1),
      }),
    ),
  }),
  status: orEmpty(statusSchema),
});

/** An Experiment, as far as it is read. */
export type ExperimentObject = z.output<typeof experimentObjectSchema>;
