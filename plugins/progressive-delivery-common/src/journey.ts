import { z } from 'zod/v4';
import { openArray, openEnum } from './openEnum';
import { problemSchema } from './problems/problem';
import { messageSchema, messagesSchema, UnknownMessage } from './texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownJourneyReasonSchema = z.discriminatedUnion('id', [
  messageSchema('closed', {}),
  messageSchema('closedBy', { who: z.string() }),
  messageSchema('awaitingMerge', { base: z.string() }),
  messageSchema('draft', {}),
  messageSchema('conflicts', { base: z.string() }),
  messageSchema('checksFailed', { checks: z.array(z.string()) }),
  messageSchema('checksPending', { checks: z.array(z.string()) }),
  messageSchema('changesRequested', { who: z.array(z.string()) }),
  messageSchema('awaitingReview', { who: z.array(z.string()) }),
  /** The stop's `problem` says why. */
  messageSchema('reviewUnknown', { base: z.string() }),
  /** Git holds the other value again, by a later change. */
  messageSchema('takenBack', { kind: z.string() }),
  messageSchema('awaitingHydration', {}),
  messageSchema('hydrationFailed', { message: z.string() }),
  /** Argo CD syncs by itself. */
  messageSchema('awaitingSync', { kind: z.string() }),
  messageSchema('awaitingManualSync', {
    kind: z.string(),
    application: z.string(),
  }),
  messageSchema('syncing', { kind: z.string(), revision: z.string() }),
  messageSchema('syncFailed', { message: z.string() }),
  /** Argo CD had applied the change, and then an older revision. */
  messageSchema('rolledBack', { kind: z.string(), revision: z.string() }),
  messageSchema('awaitingPrune', {
    kind: z.string(),
    replacedBy: z.string(),
  }),
  /** Argo CD does not prune by itself. */
  messageSchema('awaitingManualPrune', {
    kind: z.string(),
    application: z.string(),
  }),
  messageSchema('awaitingKind', { kind: z.string(), workload: z.string() }),
  /** `count`: pods of the kind that is to go. */
  messageSchema('bothRun', {
    count: z.number(),
    kind: z.string(),
    replacedBy: z.string(),
  }),
  messageSchema('nothingServes', { workload: z.string() }),
  messageSchema('unhealthy', { workload: z.string(), phase: z.string() }),
  messageSchema('unhealthyBecause', {
    workload: z.string(),
    phase: z.string(),
    message: z.string(),
  }),
  messageSchema('noCanary', {}),
  messageSchema('noEndpoints', {
    service: z.string(),
    workload: z.string(),
  }),
  messageSchema('noServices', {}),
  /** The stop's `problem` says why. */
  messageSchema('endpointsUnknown', {}),
  messageSchema('movesNothing', {}),
  /** The stop's `problem` says why. */
  messageSchema('gitUnknown', {}),
  /** The switch cannot be flipped here, so that what it does could not be tried. */
  messageSchema('effectUnknown', {}),
  /** The stop's `problem` says why. */
  messageSchema('clusterUnknown', {}),
]);

/**
 * What a stop of a proposal's journey waits for, what went wrong there, or what there is to know about it.
 *
 * @public
 */
export type JourneyReason =
  | z.infer<typeof knownJourneyReasonSchema>
  | UnknownMessage;

/** @public */
export const journeyReasonSchema: z.ZodType<JourneyReason> = messagesSchema(
  knownJourneyReasonSchema,
);

/**
 * How an open pull request stands at its Git host.
 *
 * @public
 */
export const proposalReviewSchema = z.object({
  /** Whether its branch contradicts its base. */
  conflicts: openEnum(['yes', 'no'], 'unknown'),
  /** Whether its base has commits that its branch lacks. */
  behind: z.boolean(),
  /** The latest of each name. */
  checks: openArray(
    z.object({
      name: z.string(),
      state: openEnum(['pending', 'passed', 'failed'], 'unknown'),
      /** Where a person sees it. */
      url: z.string().optional(),
    }),
  ),
  /** Names at the Git host. */
  approvedBy: z.array(z.string()),
  /** Names at the Git host. */
  changesRequestedBy: z.array(z.string()),
  /** Names of users and teams at the Git host whose review is outstanding. */
  awaiting: z.array(z.string()),
});

/** @public */
export type ProposalReview = z.infer<typeof proposalReviewSchema>;

/**
 * A stop of a proposal on its way.
 *
 * - `pull-request`: it is open
 * - `merged`: it was merged
 * - `hydrated`: Argo CD has rendered the change into the branch that it syncs; only where it does so
 * - `synced`: Argo CD has applied a revision that holds the change
 * - `kind-changed`: the requested kind is there, and the other kind is gone
 * - `healthy`: every workload that the switch moves has become healthy; it stays so when a later release is not
 * - `serving`: the Services of those workloads have ready endpoints
 *
 * @public
 */
export const journeyStopSchema = z.object({
  id: openEnum(
    [
      'pull-request',
      'merged',
      'hydrated',
      'synced',
      'kind-changed',
      'healthy',
      'serving',
    ],
    'unknown',
  ),
  /** `unknown` where it cannot be told whether it was reached, `reason` says why. */
  state: openEnum(['done', 'current', 'waiting', 'failed'], 'unknown'),
  /** What it waits for, what went wrong, why it is unknown, or what there is to know about it. */
  reason: journeyReasonSchema.optional(),
  /** What could not be read, where that is the reason. */
  problem: problemSchema.optional(),
  /** ISO 8601; when it was reached. Absent where nothing records it any longer. */
  at: z.string().optional(),
  /** Who did it: an entity reference, or a name at the Git host. */
  by: z.string().optional(),
  /** The commit that it became, or that was applied. */
  commit: z.string().optional(),
  /** Where a person sees it. */
  url: z.string().optional(),
  /** How it stands, of a pull request that is open. Absent where the Git host could not be asked. */
  review: proposalReviewSchema.optional(),
});

/** @public */
export type JourneyStop = z.infer<typeof journeyStopSchema>;
