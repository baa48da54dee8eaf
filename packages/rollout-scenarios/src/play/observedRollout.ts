import { z } from 'zod/v4';

/** What the API server gives for a Rollout, as far as scenarios wait for it. */
export const observedRolloutSchema = z.object({
  metadata: z.object({
    generation: z.number(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  status: z
    .object({
      observedGeneration: z.string().optional(),
      phase: z.string().optional(),
      message: z.string().optional(),
      currentStepIndex: z.number().optional(),
      replicas: z.number().default(0),
      updatedReplicas: z.number().default(0),
      readyReplicas: z.number().default(0),
      availableReplicas: z.number().default(0),
      abort: z.boolean().default(false),
      abortedAt: z.string().nullish(),
      canary: z
        .object({
          weights: z
            .object({ canary: z.object({ weight: z.number().default(0) }) })
            .nullish(),
          stepPluginStatuses: z
            .array(z.object({ phase: z.string().optional() }))
            .nullish(),
        })
        .optional(),
    })
    .prefault({}),
});

export type ObservedRollout = z.output<typeof observedRolloutSchema>;

/** What a Rollout is waited for to be; what is left out may be anything. */
export interface Expectation {
  phase?: 'Healthy' | 'Progressing' | 'Paused' | 'Degraded';
  message?: string | RegExp;
  step?: number;
  replicas?: number;
  updated?: number;
  ready?: number;
  available?: number;
  /** Of the traffic router. */
  weight?: number;
  /** Aborted, and the controller has acted on it. */
  aborted?: boolean;
}

type Wanted = string | number | boolean | RegExp | undefined;

/** Says what is not yet as expected; nothing when all is, and the controller has observed the latest spec. */
export function differences(
  { metadata, status }: ObservedRollout,
  expected: Expectation,
): string[] {
  const compared: [string, Wanted, Wanted][] = [
    ['phase', status.phase, expected.phase],
    ['message', status.message ?? '', expected.message],
    ['step', status.currentStepIndex, expected.step],
    ['replicas', status.replicas, expected.replicas],
    ['updated', status.updatedReplicas, expected.updated],
    ['ready', status.readyReplicas, expected.ready],
    ['available', status.availableReplicas, expected.available],
    ['weight', status.canary?.weights?.canary.weight, expected.weight],
    ['aborted', status.abort && Boolean(status.abortedAt), expected.aborted],
  ];
  const unmet = compared
    .filter(
      ([, actual, wanted]) =>
        wanted !== undefined &&
        (wanted instanceof RegExp
          ? !wanted.test(String(actual))
          : wanted !== actual),
    )
    .map(([field, actual, wanted]) => `${field} is ${actual}, not ${wanted}`);
  return Number(status.observedGeneration) === metadata.generation
    ? unmet
    : [`generation ${metadata.generation} is not observed yet`, ...unmet];
}
