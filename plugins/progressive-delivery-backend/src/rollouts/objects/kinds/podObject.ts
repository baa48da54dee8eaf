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

/** So much of what a container or the kubelet says is kept. */
const MESSAGE = textUpTo(1_000);

const terminated = optional(
  z.object({
    exitCode: count,
    signal: count,
    reason: text,
    message: MESSAGE,
    finishedAt: text,
  }),
);

const containerStatus = z.object({
  name: z.string(),
  ready: optional(z.boolean()),
  started: optional(z.boolean()),
  restartCount: count,
  state: orEmpty(
    z.object({
      waiting: optional(z.object({ reason: text, message: MESSAGE })),
      running: optional(z.object({})),
      terminated,
    }),
  ),
  lastState: optional(z.object({ terminated })),
});

/** The status of one of a pod's containers. */
export type ContainerStatus = z.output<typeof containerStatus>;

const statusSchema = z.object({
  phase: text,
  reason: text,
  message: MESSAGE,
  conditions: listOf(
    z.object({
      type: z.string(),
      status: text,
      reason: text,
      message: MESSAGE,
      lastTransitionTime: text,
    }),
  ),
  initContainerStatuses: listOf(containerStatus),
  containerStatuses: listOf(containerStatus),
});

/** The fields of a Pod (v1) that are in use. */
export const podObjectSchema = z.object({
  metadata: z.object({ ...objectMetadata, ownerReferences }),
  spec: z.object({
    initContainers: listOf(z.object({ name: z.string(), restartPolicy: text })),
  }),
  status: orEmpty(statusSchema),
});

/** A Pod, as far as it is read. */
export type PodObject = z.output<typeof podObjectSchema>;
