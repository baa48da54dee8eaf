import { z } from 'zod/v4';
import { listOf } from '../../../clusters/listOf';

/** The fields of a CustomResourceDefinition (apiextensions.k8s.io/v1) that checks look at. */
export const rolloutDefinitionSchema = z.object({
  spec: z.object({
    versions: listOf(
      z.object({
        name: z.string(),
        served: z.boolean(),
        schema: z.object({ openAPIV3Schema: z.unknown().optional() }).nullish(),
        subresources: z
          .object({
            status: z.unknown().optional(),
            scale: z.unknown().optional(),
          })
          .nullish(),
      }),
    ),
  }),
  status: z
    .object({
      conditions: listOf(
        z.object({
          type: z.string(),
          status: z.string(),
          message: z.string().optional(),
        }),
      ),
    })
    .nullish(),
});

/** The custom resource definition of Rollouts. */
export type RolloutDefinition = z.output<typeof rolloutDefinitionSchema>;
