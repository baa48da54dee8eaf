import { z } from 'zod/v4';
import { Manifest } from '@progressive-delivery/engine';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A Rollout with all of its fields. */
export const liveRolloutSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    annotations: z.record(z.string(), z.string()).nullish(),
  }),
});

/**
 * A Rollout as people read it: without what the API server keeps for those who apply it, `managedFields` and the
 * configuration that kubectl applied last, which say the same once more.
 */
export function liveManifest({
  metadata: { annotations, managedFields: _, ...metadata },
  ...rollout
}: z.output<typeof liveRolloutSchema>): Manifest {
  const { [LAST_APPLIED]: __, ...kept } = annotations ?? {};
  return {
    ...rollout,
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: {
      ...metadata,
      ...(Object.keys(kept).length > 0 && { annotations: kept }),
    },
  };
}
