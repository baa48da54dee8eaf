import { z } from 'zod/v4';

const patterns = z
  .array(z.string())
  .nullish()
  .transform(all => all ?? []);

const destinationSchema = z.object({
  server: z.string().default(''),
  name: z.string().default(''),
  namespace: z.string().default(''),
});

const groupKindSchema = z.object({
  group: z.string().default(''),
  kind: z.string().default(''),
});

/** When the project's Applications may be synced, or may not. */
const syncWindowSchema = z.object({
  kind: z.string().default(''),
  /** Five fields of cron. */
  schedule: z.string().default(''),
  /** As Go writes it, such as `1h`. */
  duration: z.string().default(''),
  timeZone: z.string().default(''),
  applications: patterns,
  namespaces: patterns,
  clusters: patterns,
  manualSync: z.boolean().default(false),
  /** Whether it applies only where all that it names match. */
  andOperator: z.boolean().default(false),
});

/** The fields of an Argo CD AppProject (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go) that are in use. */
export const appProjectSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    sourceRepos: patterns,
    sourceNamespaces: patterns,
    destinations: z
      .array(destinationSchema)
      .nullish()
      .transform(all => all ?? []),
    /** Then only clusters that were registered for this project count, which are kept in Secrets. */
    permitOnlyProjectScopedClusters: z.boolean().default(false),
    /** Kinds that may be applied; all where there is none (and `namespaceResourceBlacklist` denies none of them). */
    namespaceResourceWhitelist: z.array(groupKindSchema).nullish(),
    namespaceResourceBlacklist: z.array(groupKindSchema).nullish(),
    syncWindows: z.array(syncWindowSchema).nullish(),
  }),
});

/** What an Argo CD project permits its Applications, as far as it is read. */
export type AppProject = z.infer<typeof appProjectSchema>;
