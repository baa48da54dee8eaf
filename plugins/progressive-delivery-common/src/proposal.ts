import { z } from 'zod/v4';

/**
 * Body of `POST .../proposals`: the requested change, and the preview that the person saw.
 *
 * @public
 */
export const proposalRequestSchema = z
  .object({
    switch: z.string().min(1).max(300),
    enabled: z.boolean(),
    /** `digest` of the comparison that the person saw. */
    digest: z.string().min(1).max(200),
    /** `profile.id` of the comparison that the person saw. */
    profile: z.string().min(1).max(200),
    /** Why, in the requester's words; quoted in the pull request. */
    description: z.string().max(4000).optional(),
  })
  .strict();

/** @public */
export type ProposalRequest = z.infer<typeof proposalRequestSchema>;

/**
 * The stops of a proposal on its way, in this order.
 *
 * @public
 */
export const journeyStageSchema = z.object({
  stage: z.enum([
    'pull-request',
    'merged',
    'synced',
    'kind-changed',
    'healthy',
  ]),
  state: z.enum(['done', 'current', 'waiting', 'failed']),
  /** What it waits for or what went wrong, in one sentence. */
  message: z.string().optional(),
});

/** @public */
export type JourneyStage = z.infer<typeof journeyStageSchema>;

/**
 * The pull request that flips a switch, and how far it has come.
 *
 * @public
 */
export const proposalSchema = z.object({
  /** Number of the pull request at its Git host. */
  number: z.number().int().positive(),
  url: z.string(),
  title: z.string(),
  branch: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  switch: z.string(),
  enabled: z.boolean(),
  /** Entity reference of who asked for it, where the pull request says so. */
  requestedBy: z.string().optional(),
  /** ISO 8601. */
  createdAt: z.string(),
  journey: z.array(journeyStageSchema),
});

/** @public */
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * Answer of `GET .../proposals`, newest first.
 *
 * @public
 */
export const proposalsResponseSchema = z.object({
  proposals: z.array(proposalSchema),
});

/** @public */
export type ProposalsResponse = z.infer<typeof proposalsResponseSchema>;

/**
 * Answer of `POST .../proposals`.
 *
 * - `created`: a pull request was opened or its branch brought up to date
 * - `existing`: an open pull request for the same change was there already
 *
 * @public
 */
export const proposalResponseSchema = z.object({
  outcome: z.enum(['created', 'existing']),
  proposal: proposalSchema,
});

/** @public */
export type ProposalResponse = z.infer<typeof proposalResponseSchema>;
