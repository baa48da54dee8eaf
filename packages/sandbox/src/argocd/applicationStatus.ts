import { z } from 'zod/v4';

export const applicationSchema = z.object({
  metadata: z.object({ name: z.string() }),
  status: z
    .object({
      sync: z.object({ status: z.string() }).optional(),
      health: z
        .object({ status: z.string(), message: z.string().optional() })
        .optional(),
      conditions: z.array(z.object({ message: z.string() })).optional(),
      operationState: z
        .object({ phase: z.string(), message: z.string().optional() })
        .optional(),
    })
    .optional(),
});

/** The part of an Argo CD Application that tells whether it has been delivered. */
export type Application = z.infer<typeof applicationSchema>;

/** Whether what is in Git is in the cluster. */
export function isSynced({ status }: Application): boolean {
  return status?.sync?.status === 'Synced';
}

/** Whether what is in Git runs. */
export function isDelivered(application: Application): boolean {
  return (
    isSynced(application) && application.status?.health?.status === 'Healthy'
  );
}

/** How far an Application is, and what stands in its way. */
export function describeApplication({ metadata, status }: Application): string {
  const { sync, health, conditions = [], operationState } = status ?? {};
  const reasons = [
    health?.message,
    operationState && operationState.phase !== 'Succeeded'
      ? operationState.message
      : undefined,
    ...conditions.map(({ message }) => message),
  ].filter(reason => reason);
  return [
    `${metadata.name} is ${sync?.status ?? 'not compared yet'} and ${
      health?.status ?? 'of unknown health'
    }`,
    ...new Set(reasons),
  ].join('; ');
}
