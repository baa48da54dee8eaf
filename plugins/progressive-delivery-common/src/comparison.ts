import { z } from 'zod';

/**
 * The wish: one switch on or off. Query of `GET .../comparison`.
 *
 * @public
 */
export const switchChangeSchema = z.object({
  switch: z.string().min(1).max(300),
  /** `true` or `false`, as text where it comes from a query. */
  enabled: z.union(
    [
      z.boolean(),
      z.enum(['true', 'false']).transform(value => value === 'true'),
    ],
    {
      errorMap: () => ({
        message: 'say which way: enabled=true or enabled=false',
      }),
    },
  ),
});

/** @public */
export type SwitchChange = z.infer<typeof switchChangeSchema>;

/**
 * What a rendering was made with.
 *
 * @public
 */
export const renderProfileSchema = z.object({
  /** Digest of everything below; a proposal names it. */
  id: z.string(),
  /** Version as the tool prints it, such as `v4.3.1`. */
  helm: z.string(),
  /** Version as the tool prints it, such as `v5.8.3`. */
  kustomize: z.string(),
  /** What `.Capabilities.KubeVersion` says; absent: the tool's own default. */
  kubeVersion: z.string().optional(),
  /** What `.Capabilities.APIVersions` holds besides Helm's own. */
  apiVersions: z.array(z.string()),
});

/** @public */
export type RenderProfile = z.infer<typeof renderProfileSchema>;

/**
 * A Kubernetes object, by what it is called.
 *
 * @public
 */
export const objectReferenceSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});

/** @public */
export type ObjectReference = z.infer<typeof objectReferenceSchema>;

/**
 * One rendered document that differs between the variants.
 *
 * - `kind-changed`: a Deployment that becomes the Rollout of the same name, or back
 *
 * @public
 */
export const documentChangeSchema = z.object({
  change: z.enum(['added', 'removed', 'changed', 'kind-changed']),
  before: objectReferenceSchema.optional(),
  after: objectReferenceSchema.optional(),
  /** Unified diff of the two documents as YAML; Secrets' values are masked. */
  patch: z.string(),
});

/** @public */
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/**
 * Both variants of a delivery target, their documents paired, and the differences.
 *
 * @public
 */
export const comparisonSchema = z.object({
  target: z.string(),
  switch: z.string(),
  enabled: z.boolean(),
  /** Digest of everything that went into the renderings; a proposal is made for what it stands for. */
  digest: z.string(),
  profile: renderProfileSchema,
  base: z.object({
    repository: z.string(),
    branch: z.string(),
    commit: z.string(),
  }),
  /** What will happen, in one sentence. */
  summary: z.string(),
  /** Whether Git holds the wished value already; then there is nothing to propose. */
  alreadyAsWished: z.boolean(),
  valuesChange: z.object({
    /** From the repository's root. */
    file: z.string(),
    /** Unified diff of the values file; empty where nothing changes. */
    patch: z.string(),
  }),
  /** Number of documents that are the same in both variants. */
  unchanged: z.number().int().nonnegative(),
  changes: z.array(documentChangeSchema),
});

/** @public */
export type Comparison = z.infer<typeof comparisonSchema>;
