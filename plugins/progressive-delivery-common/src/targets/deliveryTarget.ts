import { z } from 'zod/v4';
import { notProposableSchema } from './notProposable';
import { openEnum } from '../openEnum';
import { problemSchema } from '../problems/problem';
import { setupProblemSchema } from '../setupProblem';
import { switchTrialSchema, targetRenderingSchema } from '../switchTrial';
import { unusableTargetSchema } from './unusableTarget';

/**
 * The two kinds of workload that a switch chooses between.
 *
 * @public
 */
export const workloadKindSchema = z.enum(['Deployment', 'Rollout']);

/** @public */
export type WorkloadKind = z.infer<typeof workloadKindSchema>;

/**
 * The kind of a workload in an answer. Besides {@link workloadKindSchema}, any that a later version reports; a reader
 * shows its name.
 *
 * @public
 */
export const reportedKindSchema = z.union([workloadKindSchema, z.string()]);

/**
 * Where the value of a switch comes from.
 *
 * - `overlay`: a line of a values file in the overlay's repository that may be edited
 * - `chart`: the chart's own default
 * - `inherited`: not set; the chart falls back to the switch at `path`
 * - `shadowed`: something that wins over the values file sets it; `by` names that field
 * - `unknown`: an origin that a later version reports
 *
 * @public
 */
export const switchOriginSchema = z
  .discriminatedUnion('from', [
    z.object({
      from: z.literal('overlay'),
      file: z.string(),
      line: z.number().int().positive(),
    }),
    z.object({ from: z.literal('chart'), file: z.string() }),
    z.object({ from: z.literal('inherited'), path: z.string() }),
    z.object({ from: z.literal('shadowed'), by: z.string() }),
    z.object({ from: z.literal('unknown') }),
  ])
  .catch({ from: 'unknown' });

/** @public */
export type SwitchOrigin = z.infer<typeof switchOriginSchema>;

/**
 * One values path that ends in `progressiveDelivery.enabled`, and its state in Git.
 *
 * @public
 */
export const deliverySwitchSchema = z.object({
  /** The full values path; `<source>:` before it where several sources have switches. */
  id: z.string(),
  /** What the chart sees: on renders Rollouts, off renders Deployments. */
  enabled: z.boolean(),
  origin: switchOriginSchema,
  /** Whether the entity that was asked for may flip it. */
  owned: z.boolean(),
  /** Why it cannot be proposed; absent where it can. */
  notProposable: notProposableSchema.optional(),
  /** What flipping it does; absent where the target cannot be rendered. */
  trial: switchTrialSchema.optional(),
});

/** @public */
export type DeliverySwitch = z.infer<typeof deliverySwitchSchema>;

/**
 * A Deployment or Rollout of a delivery target: what Git asks for and what runs.
 *
 * @public
 */
export const workloadSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Kind that the overlay renders now; absent where only the cluster knows the workload. */
  kindInGit: reportedKindSchema.optional(),
  /** Kinds that are live, both while a switch is under way; empty where nothing runs or nothing is known. */
  kindsLive: z.array(reportedKindSchema),
  /** The most specific switch that moves it, by id; absent where none does, and where that is not known yet. */
  switch: z.string().optional(),
});

/** @public */
export type Workload = z.infer<typeof workloadSchema>;

/**
 * One of the places that a delivery target is built from.
 *
 * @public
 */
export const deliverySourceSchema = z.object({
  repository: z.string(),
  revision: z.string(),
  /** Directory that Argo CD builds, from the repository's root. */
  path: z.string(),
  /** The values file that an edit goes to, from the repository's root. */
  valuesFile: z.string().optional(),
  /** The commit that `revision` stands for now; absent where the repository could not be read. */
  commit: z.string().optional(),
});

/** @public */
export type DeliverySourceSummary = z.infer<typeof deliverySourceSchema>;

/**
 * A sync of an Application, and the commit that came with it.
 *
 * @public
 */
export const syncedCommitSchema = z.object({
  /** ISO 8601. */
  startedAt: z.string(),
  /** ISO 8601; absent while it runs. */
  endedAt: z.string().optional(),
  /** The whole id. */
  commit: z.string(),
  /** What its author is called; absent where Backstage has not fetched it. */
  author: z.string().optional(),
  /** ISO 8601; absent where Backstage has not fetched it. */
  committedAt: z.string().optional(),
  /** Where people see it on the Git host; absent where that is not known. */
  url: z.string().optional(),
});

/** @public */
export type SyncedCommit = z.infer<typeof syncedCommitSchema>;

/**
 * State of the Argo CD Application behind a delivery target.
 *
 * @public
 */
export const applicationStateSchema = z.object({
  argocd: z.string(),
  namespace: z.string(),
  name: z.string(),
  /** Where people have it in Argo CD; absent where the installation does not say. */
  url: z.string().optional(),
  /** `Synced`, `OutOfSync` or `Unknown`. */
  sync: z.string(),
  /** `Healthy`, `Progressing`, `Suspended`, `Degraded`, `Missing` or `Unknown`. */
  health: z.string(),
  /** Revision that was last applied. */
  appliedRevision: z.string().optional(),
  /** Its syncs, oldest first, without those of which it cannot be told which commit came with them. */
  syncs: z.array(syncedCommitSchema).optional(),
  /** What Argo CD says where sync or health is not as it should be. */
  message: z.string().optional(),
});

/** @public */
export type ApplicationState = z.infer<typeof applicationStateSchema>;

/**
 * What an installation lets anybody do: `progressiveDelivery.proposals.enabled` and `progressiveDelivery.actions.enabled`.
 *
 * @public
 */
export const enabledFeaturesSchema = z.object({
  /** Whether pull requests can be opened. */
  proposals: z.boolean(),
  /** Whether Rollouts can be acted on. */
  actions: z.boolean(),
});

/** @public */
export type EnabledFeatures = z.infer<typeof enabledFeaturesSchema>;

/**
 * One place an entity is delivered to, and from where.
 *
 * @public
 */
export const deliveryTargetSchema = z.object({
  /** `<argocd>.<namespace>.<application>`, or the overlay's path as a slug with a hash of its repository. */
  id: z.string(),
  /** What people call it: the Application's name, or the overlay's path. */
  title: z.string(),
  sources: z.array(deliverySourceSchema),
  destination: z.object({
    /** Name of the Kubernetes plugin's cluster; absent where none matches `server`. */
    cluster: z.string().optional(),
    server: z.string().optional(),
    namespace: z.string().optional(),
    /**
     * Which provider of `kubernetesAuthProvidersApi` gives the token that the cluster is asked with, such as `google` or
     * `oidc.okta`; absent where the Kubernetes plugin has credentials of its own.
     */
    authProvider: z.string().optional(),
  }),
  application: applicationStateSchema.optional(),
  switches: z.array(deliverySwitchSchema),
  workloads: z.array(workloadSchema),
  /** What can be done here besides looking; a backend that does not say lets both be done. */
  enabled: enabledFeaturesSchema.optional(),
  rendering: targetRenderingSchema.default({ state: 'done' }),
  /**
   * Whether it is known what runs; as long as it is `pending`, and where not all could be read (`incomplete`), a workload
   * may run that is not told.
   */
  live: z
    .object({
      state: openEnum(['pending', 'incomplete', 'done'], 'unknown'),
    })
    .default({ state: 'done' }),
  /** What of this target could not be read, or is not as it should be. */
  problems: z.array(problemSchema),
});

/** @public */
export type DeliveryTargetSummary = z.infer<typeof deliveryTargetSchema>;

/**
 * Query of `GET /v1/entities/:kind/:namespace/:name/targets`.
 *
 * @public
 */
export const targetsQuerySchema = z.object({
  /** `true`: answer when all is known. Else the answer comes soon, and what is not known yet is `pending` in it. */
  wait: z
    .enum(['true', 'false'])
    .default('false')
    .transform(value => value === 'true'),
});

/**
 * Answer of `GET /v1/entities/:kind/:namespace/:name/targets`.
 *
 * @public
 */
export const targetsResponseSchema = z.object({
  targets: z.array(deliveryTargetSchema),
  unusable: z.array(unusableTargetSchema),
  /** What this Backstage lacks, for whichever entity; absent where nothing is missing. */
  setup: z.array(setupProblemSchema).optional(),
});

/** @public */
export type TargetsResponse = z.infer<typeof targetsResponseSchema>;
