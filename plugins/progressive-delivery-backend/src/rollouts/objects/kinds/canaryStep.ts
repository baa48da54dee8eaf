import { z } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';
import { optional, text } from './kubernetesObject';

const headerMatch = z.object({
  headerName: z.string(),
  headerValue: optional(z.object({ exact: text, prefix: text, regex: text })),
});

const setWeight = z
  .object({ setWeight: z.number() })
  .transform(step => ({ type: 'setWeight' as const, weight: step.setWeight }));

const pause = z
  .object({
    pause: z.object({
      /** Seconds as a number or as text, or a Go duration. */
      duration: optional(z.union([z.number(), z.string()])),
    }),
  })
  .transform(step => ({ type: 'pause' as const, ...step.pause }));

const experiment = z
  .object({
    experiment: z.object({
      duration: text,
      templates: listOf(z.object({ name: z.string() })),
      analyses: listOf(
        z.object({ requiredForCompletion: optional(z.boolean()) }),
      ),
    }),
  })
  .transform(step => ({ type: 'experiment' as const, ...step.experiment }));

const analysis = z
  .object({
    analysis: z.object({
      templates: listOf(z.object({ templateName: z.string() })),
    }),
  })
  .transform(step => ({ type: 'analysis' as const, ...step.analysis }));

const setCanaryScale = z
  .object({
    setCanaryScale: z.object({
      weight: optional(z.number()),
      replicas: optional(z.number()),
      matchTrafficWeight: optional(z.boolean()),
    }),
  })
  .transform(step => ({
    type: 'setCanaryScale' as const,
    ...step.setCanaryScale,
  }));

const plugin = z
  .object({ plugin: z.object({ name: z.string() }) })
  .transform(step => ({ type: 'plugin' as const, ...step.plugin }));

const setHeaderRoute = z
  .object({
    setHeaderRoute: z.object({ name: z.string(), match: listOf(headerMatch) }),
  })
  .transform(step => ({
    type: 'setHeaderRoute' as const,
    ...step.setHeaderRoute,
  }));

const setMirrorRoute = z
  .object({
    setMirrorRoute: z.object({
      name: z.string(),
      match: listOf(z.unknown()),
      percentage: optional(z.number()),
    }),
  })
  .transform(step => ({
    type: 'setMirrorRoute' as const,
    ...step.setMirrorRoute,
  }));

/** What a later Argo Rollouts has brought, or what makes no sense: known by its key only, absent where there is none. */
const unknown = z.record(z.string(), z.unknown()).transform(step => ({
  type: 'unknown' as const,
  key: Object.keys(step).at(0),
}));

/**
 * A step of a canary. Where it has several keys, the first of these counts, as `CanaryStepString` does it (argo-rollouts
 * v1.10 utils/rollout/rolloututil.go, pkg/apis/rollouts/v1alpha1/types.go).
 */
export const canaryStepSchema = z.union([
  setWeight,
  pause,
  experiment,
  analysis,
  setCanaryScale,
  plugin,
  setHeaderRoute,
  setMirrorRoute,
  unknown,
]);

/** A step of a canary, as it was parsed. */
export type CanaryStep = z.output<typeof canaryStepSchema>;
