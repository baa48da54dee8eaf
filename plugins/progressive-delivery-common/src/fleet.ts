import { z } from 'zod/v4';
import { reportedKindSchema } from './targets/deliveryTarget';
import { openArray, openEnum } from './openEnum';
import { Problem, problemSchema } from './problems/problem';
import { failureSchema, waitSchema } from './rollouts';

/** What needs somebody most comes first. */
const attentions = [
  'failing',
  'stalled',
  'waiting',
  'unknown',
  'moving',
  'pending',
  'absent',
  'settled',
] as const;

/**
 * How much a component needs somebody, what needs somebody most first.
 *
 * - `failing`: something is broken, or was given up, or its controller is silent
 * - `stalled`: it is being rolled out, its pods are not ready, and nothing has moved for more than a minute
 * - `waiting`: it goes on when somebody says so
 * - `unknown`: not all of it could be read
 * - `moving`: it goes on by itself
 * - `pending`: it is being read
 * - `absent`: nothing of it is there
 * - `settled`: nothing is to be done
 *
 * @public
 */
export const fleetAttentionSchema = openEnum(attentions, 'unknown');

/** @public */
export type FleetAttention = z.infer<typeof fleetAttentionSchema>;

/**
 * Those in the order in which they are listed.
 *
 * @public
 */
export const fleetAttentions: readonly FleetAttention[] = attentions;

/**
 * One workload of a component, as far as a list of many tells it.
 *
 * @public
 */
export const fleetWorkloadSchema = z.object({
  /** The delivery target's title. */
  target: z.string(),
  /** Name of the Kubernetes plugin's cluster. */
  cluster: z.string(),
  kind: reportedKindSchema,
  namespace: z.string(),
  name: z.string(),
  attention: fleetAttentionSchema,
  phase: openEnum(['Healthy', 'Progressing', 'Paused', 'Degraded'], 'Unknown'),
  aborted: z.boolean(),
  /** How its update ended, where it was aborted or made no progress in time; Rollouts only. */
  failure: failureSchema.optional(),
  /** Why nothing but its identity could be read. */
  unreadable: problemSchema.optional(),
  /** In the words of the controller, or of what is `unreadable`. */
  message: z.string().optional(),
  /** Which of the canary's steps it is at, counted from one; absent without steps and after the last. */
  step: z
    .object({ number: z.number().int(), count: z.number().int() })
    .optional(),
  /** Percent that the canary should get; canaries only. */
  weight: z.number().optional(),
  /** What has to happen before it leaves the step. */
  waitsFor: waitSchema.optional(),
  /**
   * ISO 8601; since when it waits, has failed, is not heard of, is stalled or is being rolled out: a Rollout that paused, since it
   * went on; a Deployment, since its last change. Absent where nothing tells.
   */
  since: z.string().optional(),
  /** ISO 8601; when its pause is over by itself. */
  until: z.string().optional(),
});

/** @public */
export type FleetWorkload = z.infer<typeof fleetWorkloadSchema>;

/**
 * How far something is known that is read from Git or a Git host.
 *
 * @public
 */
export const fleetReadingSchema = openEnum(
  ['pending', 'done', 'failed'],
  'unknown',
);

/**
 * An open pull request that flips a switch.
 *
 * @public
 */
export const fleetProposalSchema = z.object({
  number: z.number().int(),
  url: z.string(),
  switch: z.string(),
  enabled: z.boolean(),
});

/** @public */
export type FleetProposal = z.infer<typeof fleetProposalSchema>;

/**
 * One component of the fleet.
 *
 * @public
 */
export const fleetRowSchema = z.object({
  entityRef: z.string(),
  /** What people call it; absent where that is its name. */
  title: z.string().optional(),
  /** Entity references of its owners. */
  owners: z.array(z.string()),
  attention: fleetAttentionSchema,
  /** ISO 8601; since when that is so, as far as something tells. */
  since: z.string().optional(),
  /** As what its workloads run: `mixed` as both kinds, `none` where none is there, `unknown` where that is not known. */
  kind: openEnum(['Rollout', 'Deployment', 'mixed', 'none'], 'unknown'),
  /** What needs somebody most first, at most ten. */
  workloads: openArray(fleetWorkloadSchema),
  /** How many there are in all. */
  workloadCount: z.number().int(),
  /** Its own switches in Git. */
  switches: z.object({
    state: fleetReadingSchema,
    count: z.number().int(),
    /** How many are on. */
    on: z.number().int(),
    /** How many are off and can be proposed. */
    switchable: z.number().int(),
  }),
  proposals: z.object({
    state: fleetReadingSchema,
    open: openArray(fleetProposalSchema),
  }),
  /** What of it could not be read, at most three. */
  problems: z.array(problemSchema),
  /** How many of the delivery targets that it names cannot be used. */
  unusable: z.number().int(),
  /** ISO 8601; nothing that is told of its workloads is older. Absent while nothing is known. */
  observedAt: z.string().optional(),
});

/**
 * One component of the fleet.
 *
 * @public
 */
export type FleetRow = z.infer<typeof fleetRowSchema>;

/** The most that are told at once. */
const MOST_ROWS = 200;

/**
 * Query of `GET /v1/fleet`.
 *
 * @public
 */
export const fleetQuerySchema = z.object({
  /**
   * - `attention`: what fails, is stalled or waits for somebody
   * - `rollouts`: what runs as a Rollout
   * - `switchable`: what has a switch that can be turned on
   * - `proposals`: what has open pull requests
   * - `unknown`: what could not be read as a whole
   */
  filter: z
    .enum([
      'all',
      'attention',
      'rollouts',
      'switchable',
      'proposals',
      'unknown',
    ])
    .default('all'),
  /** Words that names, titles, owners, workloads, targets or clusters have to contain, all of them. */
  search: z.string().max(200).default(''),
  /**
   * - `step`: how far the workload that needs somebody most is through its steps
   * - `switches`: how many of the switches are on, of all that there are
   * - `proposals`: how many pull requests are open
   *
   * What is not known, or not there, comes last in both orders.
   */
  sort: z
    .enum([
      'attention',
      'name',
      'owner',
      'kind',
      'step',
      'since',
      'switches',
      'proposals',
    ])
    .default('attention'),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** Which page: what `next` or `previous` of another one with the same `sort` says. Absent: the first. */
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
});

/**
 * What of the fleet is asked for.
 *
 * @public
 */
export type FleetQuery = z.infer<typeof fleetQuerySchema>;

/**
 * Answer of `GET /v1/fleet`: components that the caller may read. What is `pending` is being read, and is told to who
 * asks again.
 *
 * @public
 */
export const fleetResponseSchema = z.object({
  rows: openArray(fleetRowSchema),
  /** How many there are with this filter and search. */
  total: z.number().int(),
  /** How many of them come before this page. */
  before: z.number().int(),
  /** The cursor of the page before; absent where that is the first, which needs none. */
  previous: z.string().optional(),
  /** The cursor of the next page; absent where this is the last. */
  next: z.string().optional(),
  /** Of all that the caller may read, whatever the filter. */
  counts: z.object({
    components: z.number().int(),
    attention: z.number().int(),
    unknown: z.number().int(),
    /** How many run as Rollouts, at least in part. */
    rollouts: z.number().int(),
    /** How many have a switch that can be turned on. */
    switchable: z.number().int(),
    /** How many have open pull requests. */
    proposals: z.number().int(),
  }),
  /** Of how many it is known what runs, and of how many their switches. */
  reading: z.object({
    state: openEnum(['pending', 'done'], 'unknown'),
    live: z.number().int(),
    switches: z.number().int(),
  }),
  /** ISO 8601; when the catalog was last asked which components there are. */
  observedAt: z.string().optional(),
  /** What could not be read for whichever component. */
  problems: z.array(problemSchema),
});

/**
 * A page of the fleet.
 *
 * @public
 */
export interface FleetResponse
  extends Omit<z.infer<typeof fleetResponseSchema>, 'problems'> {
  /** What could not be read for whichever component. */
  problems: Problem[];
}
