import { rolloutActionSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';

export const entityParametersSchema = z.object({
  kind: z.string().min(1).max(100),
  namespace: z.string().min(1).max(253),
  name: z.string().min(1).max(253),
});

export const targetParametersSchema = z.object({
  target: z.string().min(1).max(500),
});

export const chartParametersSchema = targetParametersSchema.extend({
  chart: z.string().min(1).max(100),
});

export const documentParametersSchema = targetParametersSchema.extend({
  /** Its place among all documents that differ, from 0. */
  document: z.coerce.number().int().nonnegative(),
});

export const proposalParametersSchema = targetParametersSchema.extend({
  number: z.coerce.number().int().positive(),
});

export const rolloutParametersSchema = targetParametersSchema.extend({
  rolloutNamespace: z.string().min(1).max(253),
  rollout: z.string().min(1).max(253),
});

export const rolloutActionParametersSchema = rolloutParametersSchema.extend({
  action: rolloutActionSchema,
});
