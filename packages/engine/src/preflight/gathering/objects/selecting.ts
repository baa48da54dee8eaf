import { z } from 'zod/v4';
import { listOf } from '../../../clusters/listOf';
import { liveMetadata } from './liveMetadata';

const labels = z
  .record(z.string(), z.string())
  .nullish()
  .transform(all => all ?? {});

/** A Service (v1), as far as checks look at it. */
export const serviceSchema = z
  .object({ metadata: liveMetadata, spec: z.object({ selector: labels }) })
  .transform(object => ({ kind: 'Service' as const, ...object }));

export type LiveService = z.output<typeof serviceSchema>;

/** A DestinationRule (networking.istio.io/v1), as far as checks look at it. */
export const destinationRuleSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({
      host: z.string().default(''),
      subsets: listOf(z.object({ name: z.string(), labels })),
    }),
  })
  .transform(object => ({ kind: 'DestinationRule' as const, ...object }));

export type LiveDestinationRule = z.output<typeof destinationRuleSchema>;

const count = z.union([z.number(), z.string()]).nullish();

/** A PodDisruptionBudget (policy/v1), as far as checks look at it. */
export const disruptionBudgetSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({
      minAvailable: count,
      maxUnavailable: count,
      selector: z.object({ matchLabels: labels }).nullish(),
    }),
  })
  .transform(object => ({ kind: 'PodDisruptionBudget' as const, ...object }));

export type LiveDisruptionBudget = z.output<typeof disruptionBudgetSchema>;

const quantities = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .nullish()
  .transform(all => all ?? {});

/** A ResourceQuota (v1), as far as checks look at it. */
export const resourceQuotaSchema = z
  .object({
    metadata: liveMetadata,
    status: z
      .object({ hard: quantities, used: quantities })
      .nullish()
      .transform(status => status ?? { hard: {}, used: {} }),
  })
  .transform(object => ({ kind: 'ResourceQuota' as const, ...object }));

export type LiveResourceQuota = z.output<typeof resourceQuotaSchema>;
