import { z } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';
import {
  count,
  intOrText,
  keysOf,
  objectMetadata,
  optional,
  orEmpty,
  ownerReferences,
  text,
  textUpTo,
} from './kubernetesObject';

/** Measurements of a metric that are kept: as many as Argo Rollouts keeps by default. */
const MEASUREMENTS = 10;

/** A measured value may be a whole document. */
const VALUE = textUpTo(300);
const MESSAGE = textUpTo(1_000);

const measurement = z.object({
  phase: text,
  value: VALUE,
  message: MESSAGE,
  startedAt: text,
  finishedAt: text,
});

/** The only key of a provider is its kind; below `plugin`, the plugin's name is. */
const provider = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform(value => {
    const [kind] = Object.keys(value ?? {});
    return kind === 'plugin'
      ? keysOf.safeParse(value?.plugin).data?.at(0) ?? kind
      : kind;
  });

const metric = z.object({
  name: z.string(),
  interval: text,
  count: intOrText,
  successCondition: text,
  failureCondition: text,
  failureLimit: intOrText,
  inconclusiveLimit: intOrText,
  consecutiveErrorLimit: intOrText,
  consecutiveSuccessLimit: intOrText,
  provider,
});

const metricResult = z.object({
  name: z.string(),
  phase: text,
  message: MESSAGE,
  dryRun: optional(z.boolean()),
  count,
  successful: count,
  failed: count,
  inconclusive: count,
  error: count,
  consecutiveError: count,
  consecutiveSuccess: count,
  measurements: listOf(measurement).transform(all => all.slice(-MEASUREMENTS)),
});

const statusSchema = z.object({
  phase: text,
  message: MESSAGE,
  startedAt: text,
  completedAt: text,
  metricResults: listOf(metricResult),
});

/** The fields of an AnalysisRun (argo-rollouts v1.10 pkg/apis/rollouts/v1alpha1/analysis_types.go) that are in use. */
export const analysisRunObjectSchema = z.object({
  metadata: z.object({
    ...objectMetadata,
    ownerReferences,
    annotations: z.object({ 'rollout.argoproj.io/revision': text }).nullish(),
    labels: z
      .object({
        'rollout-type': text,
        'step-index': text,
        'rollouts-pod-template-hash': text,
      })
      .nullish(),
  }),
  spec: z.object({
    metrics: listOf(metric),
    dryRun: listOf(z.object({ metricName: z.string() })),
  }),
  status: orEmpty(statusSchema),
});

/** An AnalysisRun, as far as it is read. */
export type AnalysisRunObject = z.output<typeof analysisRunObjectSchema>;
