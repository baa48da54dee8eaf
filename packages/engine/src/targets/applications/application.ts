import { z } from 'zod/v4';
import { sourceSchema } from './applicationSource';

/** Sources of one Application: each is a repository that is read. */
const MOST_SOURCES = 100;

const stringMap = z.record(z.string(), z.string());

const resourceSchema = z.object({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  /** `Synced` or `OutOfSync`. */
  status: z.string().optional(),
  requiresPruning: z.boolean().optional(),
});

/** An object that Argo CD counts to an Application: what it applied, and what it has yet to apply or prune. */
export type ApplicationResource = z.infer<typeof resourceSchema>;

/** Of an Application with several sources, one for each. */
const revisionsSchema = z.array(z.string()).nullish();

/** Where what was synced came from; of several sources, of each. */
const syncedFrom = {
  source: z.object({ repoURL: z.string().optional() }).nullish(),
  sources: z.array(z.object({ repoURL: z.string().optional() })).nullish(),
};

/** What an operation has done to an object; `status` is such as `Synced` or `Pruned`. */
const syncedResourceSchema = z.object({
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  status: z.string().optional(),
});

/** How far Argo CD is with rendering `drySource` into `syncSource`. */
const hydratorStatusSchema = z.object({
  lastSuccessfulOperation: z
    .object({
      drySHA: z.string().optional(),
      hydratedSHA: z.string().optional(),
    })
    .nullish(),
  currentOperation: z
    .object({
      phase: z.string(),
      message: z.string().optional(),
      drySHA: z.string().optional(),
      finishedAt: z.string().nullish(),
    })
    .nullish(),
});

/** The fields of an Argo CD Application (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go) that are in use. */
export const applicationSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    annotations: stringMap.optional(),
    /** An ApplicationSet among them makes this Application, and writes over what others change in it. */
    ownerReferences: z
      .array(z.object({ kind: z.string(), name: z.string() }))
      .nullish(),
  }),
  spec: z.object({
    project: z
      .string()
      .default('')
      .transform(project => project || 'default'),
    source: sourceSchema.optional(),
    sources: z.array(sourceSchema).max(MOST_SOURCES).optional(),
    /** Then Argo CD renders `drySource`, commits what comes of it to `syncSource`, and applies that. */
    sourceHydrator: z
      .object({
        drySource: sourceSchema,
        syncSource: z.object({ repoURL: z.string().optional() }).default({}),
      })
      .optional(),
    destination: z
      .object({
        server: z.string().optional(),
        name: z.string().optional(),
        namespace: z.string().optional(),
      })
      .default({}),
    syncPolicy: z
      .object({
        /** Absent where Argo CD syncs when it is told to. */
        automated: z
          .object({
            /** `false` as if there was no `automated`. */
            enabled: z.boolean().nullish(),
            prune: z.boolean().nullish(),
            selfHeal: z.boolean().nullish(),
          })
          .nullish(),
        syncOptions: z.array(z.string()).nullish(),
        retry: z
          .object({
            limit: z.number().nullish(),
            refresh: z.boolean().nullish(),
          })
          .nullish(),
      })
      .nullish(),
    ignoreDifferences: z
      .array(
        z.object({
          group: z.string().default(''),
          kind: z.string(),
          name: z.string().nullish(),
          namespace: z.string().nullish(),
          jsonPointers: z.array(z.string()).nullish(),
          jqPathExpressions: z.array(z.string()).nullish(),
          managedFieldsManagers: z.array(z.string()).nullish(),
        }),
      )
      .nullish(),
  }),
  status: z
    .object({
      resources: z.array(resourceSchema).nullish(),
      /** How Argo CD renders the source, such as `Plugin`; of several, each. */
      sourceType: z.string().nullish(),
      sourceTypes: z.array(z.string()).nullish(),
      sync: z
        .object({
          status: z.string(),
          revision: z.string().optional(),
          revisions: revisionsSchema,
        })
        .optional(),
      health: z
        .object({
          status: z.string().optional(),
          message: z.string().optional(),
        })
        .optional(),
      conditions: z
        .array(z.object({ type: z.string(), message: z.string() }))
        .nullish(),
      history: z
        .array(
          z.object({
            revision: z.string().optional(),
            revisions: revisionsSchema,
            ...syncedFrom,
            deployStartedAt: z.string().optional(),
            deployedAt: z.string().optional(),
          }),
        )
        .nullish(),
      sourceHydrator: hydratorStatusSchema.nullish(),
      operationState: z
        .object({
          phase: z.string(),
          message: z.string().optional(),
          startedAt: z.string().optional(),
          finishedAt: z.string().nullish(),
          /** What was asked for; of what it has come to, `syncResult` tells. */
          operation: z
            .object({
              sync: z
                .object({
                  revision: z.string().optional(),
                  revisions: revisionsSchema,
                })
                .nullish(),
            })
            .nullish(),
          syncResult: z
            .object({
              ...syncedFrom,
              revision: z.string().optional(),
              revisions: revisionsSchema,
              resources: z.array(syncedResourceSchema).nullish(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** An Argo CD Application, as far as it is read. */
export type Application = z.infer<typeof applicationSchema>;
