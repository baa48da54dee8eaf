import { z } from 'zod/v4';
import {
  adoptionNoteSchema,
  adoptionObstacleSchema,
  adoptionValuesSchema,
} from './adoptionText';
import { uncheckedSchema } from './comparison/finding';
import { notPreparableSchema } from './targets/notPreparable';
import { openArray, openEnum } from './openEnum';
import { problemSchema } from './problems/problem';
import { proposalNoteSchema, proposalRequestSchema } from './proposal';
import { reasonSchema } from './reasons';

/**
 * The pull request that prepares a chart.
 *
 * @public
 */
export const preparationProposalSchema = z.object({
  /** Number of the pull request at its Git host. */
  number: z.number().int().positive(),
  url: z.string(),
  title: z.string(),
  branch: z.string(),
  state: openEnum(['open', 'merged', 'closed'], 'unknown'),
  draft: z.boolean(),
  /** Entity reference of who asked for it, where the pull request says so. */
  requestedBy: z.string().optional(),
  /** ISO 8601. */
  createdAt: z.string(),
});

/** @public */
export type PreparationProposal = z.infer<typeof preparationProposalSchema>;

/**
 * Whether the workloads that run have the sync option PruneLast=true, without which the switch may be an outage.
 *
 * - `live`: all of them have it
 * - `missing`: some lack it
 * - `unknown`: nobody can tell; `unchecked` says why
 *
 * @public
 */
export const livePruneLastSchema = z.object({
  state: openEnum(['live', 'missing'], 'unknown'),
  /** Those that lack it. */
  workloads: z.array(z.object({ namespace: z.string(), name: z.string() })),
  /** What could not be looked at. */
  unchecked: openArray(uncheckedSchema),
});

/** @public */
export type LivePruneLast = z.infer<typeof livePruneLastSchema>;

/**
 * A Helm chart that a delivery target renders, and whether it has a switch.
 *
 * @public
 */
export const deliveryChartSchema = z.object({
  /** Stays the same as long as it is the same chart in the same place. */
  id: z.string(),
  name: z.string(),
  /** URL of the Git repository that holds it; absent where none does. */
  repository: z.string().optional(),
  /** From the repository's root. */
  directory: z.string().optional(),
  /** Ids of the target's switches that are its own, or those of charts below it; empty: it has to be prepared first. */
  switches: z.array(z.string()),
  /** Why it cannot be prepared by a pull request, and what to do instead; absent where it can, or has a switch. */
  notPreparable: notPreparableSchema.optional(),
  /** The newest pull request that prepares it. */
  proposal: preparationProposalSchema.optional(),
  /** Why nobody knows whether there is one; absent where that is known. */
  proposalUnknown: problemSchema.optional(),
  /** What comes between a prepared chart and its switch; absent where it has no switch, or nothing of it runs. */
  pruneLast: livePruneLastSchema.optional(),
});

/** @public */
export type DeliveryChart = z.infer<typeof deliveryChartSchema>;

/**
 * Answer of `GET .../charts`.
 *
 * @public
 */
export const chartsResponseSchema = z.object({
  charts: openArray(deliveryChartSchema),
  /** Why there is none, such as that a source holds plain manifests, and what to do instead; absent where there are some. */
  notPreparable: notPreparableSchema.optional(),
  /** Sources whose charts are not among these, since nobody can read them; absent where there are none, or no charts. */
  unreadable: openArray(
    z.object({
      /** As people call it: its place in the Application, such as `spec.sources[1]`, or its repository. */
      source: z.string(),
      because: reasonSchema,
    }),
  ).optional(),
});

/** @public */
export type ChartsResponse = z.infer<typeof chartsResponseSchema>;

/** What a chart was prepared for. */
const base = z.object({
  repository: z.string(),
  /** What the pull request is merged into. */
  branch: z.string(),
  commit: z.string(),
});

/**
 * Answer of `GET .../charts/:chart/preparation`: a chart with the switch `progressiveDelivery.enabled`, verified with Helm.
 *
 * - `prepared`: what a pull request would change, and what was proved of it
 * - `refused`: what cannot be changed or proved, and where
 *
 * @public
 */
export const chartPreparationSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('prepared'),
    chart: deliveryChartSchema,
    /** Digest of everything that went into it; the pull request is made for what it stands for. */
    digest: z.string(),
    base,
    files: z.array(
      z.object({
        /** From the repository's root. */
        path: z.string(),
        isNew: z.boolean(),
        /** Unified diff of this file. */
        patch: z.string(),
      }),
    ),
    /**
     * Whether the patches show changed lines only, since whoever asks lacks the permission
     * `progressive-delivery.comparison.values.read`. Those of values files always do.
     */
    masked: z.boolean(),
    workloads: z.array(
      z.object({
        /** Path in the chart. */
        template: z.string(),
        /** Of `kind: Deployment` there, counted from 1. */
        line: z.number().int().positive(),
        /** Values path of its switch. */
        switch: z.string(),
        /** Whether the number of replicas is rendered now where an autoscaler had left it out. */
        replicasAdded: z.boolean(),
      }),
    ),
    proof: z.object({
      /** With which values it was rendered. */
      values: openArray(adoptionValuesSchema),
      /** What becomes a Rollout with the switch on, such as `Deployment web`. */
      workloads: z.array(z.string()),
      /** Whether its schema was tried. */
      schema: z.boolean(),
    }),
    notes: openArray(adoptionNoteSchema),
    /**
     * Ids that its switches get in the target, where all of them are those of other entities, so that no pull request can be
     * opened from this one; absent where one can.
     */
    notOwned: z.array(z.string()).optional(),
  }),
  z.object({
    state: z.literal('refused'),
    chart: deliveryChartSchema,
    base,
    obstacles: openArray(adoptionObstacleSchema),
  }),
]);

/** @public */
export type ChartPreparation = z.infer<typeof chartPreparationSchema>;

/**
 * Body of `POST .../charts/:chart/preparation`: the preparation that the person saw.
 *
 * @public
 */
export const chartPreparationRequestSchema = proposalRequestSchema.pick({
  digest: true,
  title: true,
  description: true,
  draft: true,
});

/** @public */
export type ChartPreparationRequest = z.infer<
  typeof chartPreparationRequestSchema
>;

/**
 * Answer of `POST .../charts/:chart/preparation`.
 *
 * - `created`: a pull request was opened
 * - `updated`: an open one was brought up to date with its base
 * - `existing`: an open pull request for the same change was there already
 *
 * @public
 */
export const chartPreparationResponseSchema = z.object({
  outcome: openEnum(['created', 'existing', 'updated'], 'unknown'),
  proposal: preparationProposalSchema,
  notes: openArray(proposalNoteSchema),
});

/** @public */
export type ChartPreparationResponse = z.infer<
  typeof chartPreparationResponseSchema
>;
