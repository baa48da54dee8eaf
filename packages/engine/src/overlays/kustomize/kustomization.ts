import { z } from 'zod/v4';
import { isMapping } from '../../yaml/isMapping';
import { cannotPreview, ReasonContent } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';

/** In the order in which kustomize and Argo CD look for them. */
export const KUSTOMIZATION_FILES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

const MEBIBYTE = 1024 * 1024;

const text = z.string();
const texts = z.array(z.string()).nullish();

const label = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
const helmName = z
  .string()
  .max(250)
  .regex(/^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$/);
const releaseName = z
  .string()
  .max(53)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/);
const version = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]*$/);
/** A version, or a range such as `^1.2` or `1.x`; kustomize makes a directory of its name. */
const wantedVersion = z
  .string()
  .max(100)
  .regex(/^[~^]?[0-9A-Za-z*][0-9A-Za-z.+_*-]*$/);
const apiVersion = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./-]*$/);

/** What becomes an argument of helm: nothing that could be taken for an option (kustomize #6241). */
export const helmArgument = {
  chart: helmName,
  release: releaseName,
  namespace: label,
  version,
  apiVersion,
};

const helmChartSchema = z
  .object({
    name: helmName,
    version: wantedVersion.optional(),
    /** Only looked at where the chart is not there. */
    repo: text.optional(),
    releaseName: releaseName.optional(),
    namespace: label.optional(),
    valuesFile: text.optional(),
    additionalValuesFiles: texts,
    // Not a record of zod's, which leaves out the key `__proto__`.
    valuesInline: z.custom<Record<string, unknown>>(isMapping).nullish(),
    valuesMerge: z.enum(['merge', 'override', 'replace']).optional(),
    includeCRDs: z.boolean().optional(),
    skipHooks: z.boolean().optional(),
    skipTests: z.boolean().optional(),
    apiVersions: z.array(apiVersion).nullish(),
    kubeVersion: version.optional(),
  })
  .strict();

const generatorSchema = z
  .object({
    name: text.optional(),
    namespace: text.optional(),
    behavior: text.optional(),
    type: text.optional(),
    literals: z.unknown().optional(),
    options: z.unknown().optional(),
    files: texts,
    envs: texts,
    env: text.optional(),
  })
  .strict();

const patchSchema = z
  .object({
    path: text.optional(),
    patch: text.optional(),
    target: z.unknown().optional(),
    options: z.unknown().optional(),
  })
  .strict();

const anything = z.unknown().optional();

/**
 * A kustomization, with no field that could run something or fetch something. Kustomize reads field names without
 * regard to case, so a field that is not known in exactly this spelling is refused.
 */
const kustomizationSchema = z
  .object({
    apiVersion: anything,
    kind: anything,
    metadata: anything,
    namePrefix: anything,
    nameSuffix: anything,
    namespace: anything,
    commonLabels: anything,
    commonAnnotations: anything,
    labels: anything,
    images: anything,
    imageTags: anything,
    replicas: anything,
    vars: anything,
    sortOptions: anything,
    generatorOptions: anything,
    buildMetadata: anything,
    openapi: z
      .object({ path: text.optional(), version: text.optional() })
      .strict()
      .nullish(),
    resources: texts,
    bases: texts,
    components: texts,
    crds: texts,
    configurations: texts,
    patchesStrategicMerge: texts,
    patchesJson6902: z.array(patchSchema).nullish(),
    patches: z.array(patchSchema).nullish(),
    replacements: z
      .array(
        z
          .object({
            path: text.optional(),
            source: anything,
            targets: anything,
          })
          .strict(),
      )
      .nullish(),
    configMapGenerator: z.array(generatorSchema).nullish(),
    secretGenerator: z.array(generatorSchema).nullish(),
    generators: anything,
    transformers: anything,
    validators: anything,
    helmGlobals: z.object({ chartHome: text.optional() }).strict().nullish(),
    helmCharts: z.array(helmChartSchema).nullish(),
  })
  .strict();

export type Kustomization = z.infer<typeof kustomizationSchema>;

export type KustomizeHelmChart = z.infer<typeof helmChartSchema>;

/** Fields by which a kustomization runs programs, such as one that decrypts Secrets: it is read, and never rendered. */
const RUNNING = ['generators', 'transformers', 'validators'] as const;

/** Why a kustomization is not rendered although it can be read. */
export function programsOf(
  kustomization: Kustomization,
  path: string,
): ReasonContent[] {
  return RUNNING.filter(field => {
    const value = kustomization[field];
    return Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null;
  }).map(field => ({
    id: 'runsPrograms',
    parameters: { field, file: path },
  }));
}

/** What does the same as a field that is refused. */
const INSTEAD = new Map([
  ['helmChartInflationGenerator', 'helmCharts'],
  ['nameTemplate', 'releaseName'],
]);

/**
 * Reads a kustomization that may be hostile.
 *
 * @throws InputError where it holds something that is not rendered, and why
 */
export function parseKustomization(
  content: Uint8Array,
  path: string,
): Kustomization {
  if (content.length > MEBIBYTE) {
    throw cannotPreview({
      id: 'fileTooLarge',
      parameters: { file: path, mebibytes: 1 },
    });
  }
  const result = kustomizationSchema.safeParse(
    readYaml(decode(content, path), path, {
      uniqueKeys: true,
      largeIntegers: 'float',
    }) ?? {},
  );
  if (!result.success) {
    throw cannotPreview(refusal(result.error.issues, path));
  }
  return result.data;
}

/** The first field that is refused; one that is not supported comes before one that is invalid. */
function refusal(issues: z.core.$ZodIssue[], file: string): ReasonContent {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const [key] = issue.keys;
      const field = [...issue.path, key].join('.');
      const instead = INSTEAD.get(key);
      return instead
        ? { id: 'fieldReplaced', parameters: { field, file, instead } }
        : { id: 'fieldUnsupported', parameters: { field, file } };
    }
  }
  const [{ message, path }] = issues;
  return {
    id: 'fieldInvalid',
    parameters: { field: path.join('.'), file, message },
  };
}

/** What one YAML parser takes for a comment must not be a line to another: only line breaks that all know. */
function decode(content: Uint8Array, path: string): string {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw cannotPreview({ id: 'notUtf8', parameters: { file: path } });
  }
  if (
    // eslint-disable-next-line no-control-regex
    /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^%|\r(?!\n)/m.test(
      source,
    )
  ) {
    throw cannotPreview({
      id: 'readDifferently',
      parameters: { file: path },
    });
  }
  return source;
}
