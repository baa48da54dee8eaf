import { z } from 'zod/v4';
import { comparisonSentenceSchema } from './comparisonSentence';
import { workloadKindSchema } from '../targets/deliveryTarget';
import { openEnum } from '../openEnum';
import { preflightSchema } from './finding';

/**
 * The requested change: one switch on or off. Query of `GET .../comparison`.
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
      error: () => ({
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
  /** Version as the tool prints it, such as `v5.8.3`; absent where there was none, as charts alone do not need it. */
  kustomize: z.string().optional(),
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
 * Where in a document something stands, from its root: names of fields, and of a list's items their place (from 0) or,
 * where Kubernetes tells them apart by some of their fields, these.
 *
 * @public
 */
export const fieldPathSchema = z.array(
  z.union([
    z.string(),
    z.number().int().nonnegative(),
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  ]),
);

/** @public */
export type FieldPath = z.infer<typeof fieldPathSchema>;

/**
 * One field that differs between two variants of a document. What is not shown is a {@link hiddenValue}, in the path as
 * well.
 *
 * - `moved`: a Deployment and a Rollout have it in different places; `before` and `after` may be the same
 * - `reordered`: the same items in another order, where their order means something; `before` and `after` are the
 *   paths' last parts
 *
 * @public
 */
export const fieldDifferenceSchema = z.object({
  change: openEnum(
    ['added', 'removed', 'changed', 'moved', 'reordered'],
    'unknown',
  ),
  path: fieldPathSchema,
  /** Of what moved: where it stood before. */
  movedFrom: fieldPathSchema.optional(),
  /** Absent for what is added. */
  before: z.unknown().optional(),
  /** Absent for what is removed. */
  after: z.unknown().optional(),
  /** Where only one of the kinds has such a field at all. */
  onlyIn: workloadKindSchema.optional().catch(undefined),
  /** Whether it is not the same each time the chart is rendered: no effect of the switch. Absent: it is. */
  unstable: z.boolean().optional(),
});

/** @public */
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>;

/**
 * One rendered document that differs between the variants. What means the same to Kubernetes is no difference: the order
 * of fields and of what is told apart by a key, quotes, `creationTimestamp: null`, an empty status.
 *
 * - `kind-changed`: a Deployment that becomes the Rollout of the same name, or back
 *
 * @public
 */
export const documentChangeSchema = z.object({
  change: openEnum(['added', 'removed', 'changed', 'kind-changed'], 'unknown'),
  before: objectReferenceSchema.optional(),
  after: objectReferenceSchema.optional(),
  /** Field by field, but for what is added or removed as a whole. */
  differences: z.array(fieldDifferenceSchema),
  /** Unified diff of the two documents as YAML, with a {@link hiddenValue} for each value that is not shown. */
  patch: z.string(),
  /** Unchanged lines after the last one of `patch`; absent where it is cut, and in answers of earlier versions. */
  linesAfter: z.number().int().nonnegative().optional(),
  /** Whether the differences or the patch were too large, and some or all of them are left out. */
  shortened: z.boolean(),
});

/** @public */
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/**
 * The edit of a values file: where, and nothing of what stands around it.
 *
 * @public
 */
export const valuesChangeSchema = z.object({
  /** From the repository's root. */
  file: z.string(),
  /** The values path of the switch in this file. */
  path: z.string(),
  /** Line of the switch in the edited file, counted from 1. */
  line: z.number().int().positive(),
  /** Absent where this file does not set the switch yet. */
  before: z.boolean().optional(),
  after: z.boolean(),
});

/** @public */
export type ValuesChange = z.infer<typeof valuesChangeSchema>;

/**
 * What there is to know of the values file before somebody proposes to change it.
 *
 * @public
 */
export const editedFileSchema = z.object({
  /** Symbolic links of the repository that lead to the file, or to a directory that it is in; some where there are many. */
  links: z.array(z.string()),
  /** Whose review a change of it needs, by the CODEOWNERS of the repository; absent where there is none. */
  codeOwners: z
    .object({
      /** From the repository's root. */
      file: z.string(),
      /** As they stand there: `@user`, `@organization/team`, an e-mail address. */
      owners: z.array(z.string()),
      /** Whether all of its rules could be read, so that there are no other owners. */
      complete: z.boolean(),
    })
    .optional(),
});

/** @public */
export type EditedFile = z.infer<typeof editedFileSchema>;

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
  /** What will happen, in a few English sentences. */
  summary: z.string(),
  /** The same sentence by sentence, what matters most first. */
  sentences: z.array(comparisonSentenceSchema),
  /** Whether Git holds the requested value already; then there is nothing to propose. */
  alreadySet: z.boolean(),
  /** The edit of the values file; absent where Git holds the requested value already. */
  valuesChange: valuesChangeSchema.optional(),
  /** Absent where it could not be read, where Git holds the requested value already, and in answers of earlier versions. */
  editedFile: editedFileSchema.optional(),
  /**
   * Whether values are hidden that the permission `progressive-delivery.comparison.values.read` shows. What Secrets hold
   * is hidden in either case.
   */
  masked: z.boolean(),
  /** Number of documents that are the same in both variants. */
  unchanged: z.number().int().nonnegative(),
  /** Number of documents that differ. Absent in answers of earlier versions, which hold them all. */
  changed: z.number().int().nonnegative().optional(),
  /** The first of the documents that differ, those whose kind changes before others. */
  changes: z.array(documentChangeSchema),
  /** For `GET .../comparison/documents`, which has the next ones; absent where these are all. */
  nextCursor: z.string().optional(),
  /**
   * Documents that are not the same each time the chart is rendered, such as of `randAlphaNum` or `now`, at most 100:
   * Argo CD changes them at every sync. A document that differs in nothing else is counted as unchanged.
   */
  unstable: z
    .array(
      z.object({
        object: objectReferenceSchema,
        /** Fields that differ, at most 20; `metadata.name` where it is another name each time. */
        paths: z.array(fieldPathSchema),
      }),
    )
    .default([]),
  /** What may go wrong with the switch; absent where nobody has looked. */
  preflight: preflightSchema.optional(),
});

/** @public */
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * The comparison that somebody has before them. Query of what there is more to know of it.
 *
 * @public
 */
export const seenComparisonSchema = switchChangeSchema.extend({
  /** Its `digest`. */
  digest: z.string().min(1).max(200),
  /** Its `profile.id`. */
  profile: z.string().min(1).max(200),
});

/** @public */
export type SeenComparison = z.infer<typeof seenComparisonSchema>;

/**
 * Query of `GET .../comparison/documents`.
 *
 * @public
 */
export const documentPageQuerySchema = seenComparisonSchema.extend({
  /** `nextCursor` of what was answered before; absent: from the first one. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'take the nextCursor of an answer')
    .optional(),
});

/**
 * Some of the documents that differ, in the order of the comparison. A page ends where it becomes too large.
 *
 * @public
 */
export const documentPageSchema = z.object({
  changes: z.array(documentChangeSchema),
  /** Where the next page begins; absent after the last one. */
  nextCursor: z.string().optional(),
});

/** @public */
export type DocumentPage = z.infer<typeof documentPageSchema>;

/**
 * One of the documents that differ, with all of its lines.
 *
 * @public
 */
export const wholeDocumentSchema = z.object({
  /** As that of a {@link documentChangeSchema}, with every line that is the same. */
  patch: z.string(),
  /** Whether it was too large, and some or all of it is left out. */
  shortened: z.boolean(),
});

/** @public */
export type WholeDocument = z.infer<typeof wholeDocumentSchema>;
