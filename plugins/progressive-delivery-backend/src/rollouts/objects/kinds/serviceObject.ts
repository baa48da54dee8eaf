import { z } from 'zod/v4';
import { objectMetadata, optional, text } from './kubernetesObject';

/** The fields of a Service (v1) that are in use: which pods it selects, as far as Argo Rollouts has a say in that. */
export const serviceObjectSchema = z.object({
  metadata: z.object({ name: objectMetadata.name, uid: objectMetadata.uid }),
  spec: z.object({
    selector: optional(z.object({ 'rollouts-pod-template-hash': text })),
  }),
});

/** A Service, as far as it is read. */
export type ServiceObject = z.output<typeof serviceObjectSchema>;
