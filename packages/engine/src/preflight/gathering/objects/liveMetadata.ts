import { z } from 'zod/v4';

const texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform(all => all ?? {});

/** What checks read of any object's metadata. */
export const liveMetadata = z.object({
  name: z.string(),
  namespace: z.string().optional(),
  generation: z.number().optional(),
  labels: texts,
  annotations: texts,
  ownerReferences: z
    .array(z.object({ kind: z.string(), name: z.string() }))
    .nullish()
    .transform(all => all ?? []),
});
