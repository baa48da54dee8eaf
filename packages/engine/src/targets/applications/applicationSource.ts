import { z } from 'zod/v4';
import { DEEPEST } from '../../yaml/loadYaml';
import { isDeeperThan } from './isDeeperThan';

const texts = z.array(z.string()).default([]);
const textMap = z.record(z.string(), z.string()).default({});
const flag = z.boolean().default(false);
/** An empty one is what Argo CD takes for one that is not there. */
const word = z
  .string()
  .optional()
  .transform(text => text || undefined);

const helmSchema = z
  .object({
    releaseName: word,
    namespace: word,
    valueFiles: texts,
    ignoreMissingValueFiles: flag,
    values: word,
    valuesObject: z.record(z.string(), z.unknown()).optional(),
    parameters: z
      .array(
        z.object({
          name: z.string().default(''),
          value: z.string().default(''),
          forceString: flag,
        }),
      )
      .default([]),
    fileParameters: z
      .array(
        z.object({
          name: z.string().default(''),
          path: z.string().default(''),
        }),
      )
      .default([]),
    kubeVersion: word,
    apiVersions: texts,
    skipCrds: flag,
    skipTests: flag,
    skipSchemaValidation: flag,
    version: word,
    /** About fetching charts. */
    passCredentials: flag,
  })
  // What else there is, of a later Argo CD, is named where it cannot be rendered with.
  .passthrough();

const kustomizePatchSchema = z.object({
  path: z.string().optional(),
  patch: z.string().optional(),
  target: z
    .object({
      group: z.string().optional(),
      version: z.string().optional(),
      kind: z.string().optional(),
      name: z.string().optional(),
      namespace: z.string().optional(),
      annotationSelector: z.string().optional(),
      labelSelector: z.string().optional(),
    })
    .optional(),
  options: z.record(z.string(), z.boolean()).optional(),
});

const kustomizeSchema = z
  .object({
    namePrefix: word,
    nameSuffix: word,
    images: texts,
    replicas: z
      .array(
        z.object({
          name: z.string(),
          count: z.union([z.number().int(), z.string()]),
        }),
      )
      .default([]),
    commonLabels: textMap,
    forceCommonLabels: flag,
    labelWithoutSelector: flag,
    labelIncludeTemplates: flag,
    commonAnnotations: textMap,
    forceCommonAnnotations: flag,
    commonAnnotationsEnvsubst: flag,
    namespace: word,
    patches: z.array(kustomizePatchSchema).default([]),
    components: texts,
    ignoreMissingComponents: flag,
    version: word,
    kubeVersion: word,
    apiVersions: texts,
  })
  .passthrough();

/** A source as Argo CD reads it (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go ApplicationSource). */
export const sourceSchema = z
  .object({
    repoURL: z.string(),
    path: z.string().optional(),
    /** Name of a chart in a Helm repository; then there is no `path`. */
    chart: z.string().optional(),
    targetRevision: z.string().optional(),
    /** Other sources refer to this one by it. */
    ref: z.string().optional(),
    /** Tags among which `targetRevision` is looked for. */
    tagPrefix: z.string().optional(),
    helm: helmSchema.optional(),
    kustomize: kustomizeSchema.optional(),
    directory: z.record(z.string(), z.unknown()).optional(),
    plugin: z.record(z.string(), z.unknown()).optional(),
  })
  .passthrough()
  // What takes any JSON, such as `valuesObject`, is copied and written by functions that call themselves.
  .refine(source => !isDeeperThan(source, DEEPEST), {
    message: `is nested more than ${DEEPEST} levels deep`,
  });

/** `spec.source` or one of `spec.sources`. */
export type ApplicationSource = z.infer<typeof sourceSchema>;

/** The fields of `spec.source.helm` that are known. */
export const helmFields: ReadonlySet<string> = new Set(
  Object.keys(helmSchema.shape),
);

/** The fields of `spec.source.kustomize` that are known. */
export const kustomizeFields: ReadonlySet<string> = new Set(
  Object.keys(kustomizeSchema.shape),
);
