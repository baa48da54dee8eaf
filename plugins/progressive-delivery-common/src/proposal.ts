import { z } from 'zod/v4';
import { findingReferenceSchema, findingSchema } from './comparison/finding';
import { journeyStopSchema } from './journey';
import { openArray, openEnum } from './openEnum';
import { problemSchema } from './problems/problem';
import { messageSchema, messagesSchema, UnknownMessage } from './texts';

/**
 * Findings that one proposal may override: nobody reads more of them.
 *
 * @public
 */
export const MOST_OVERRIDDEN_FINDINGS = 100;

/**
 * Characters of a title that somebody asks for: half of what the Git hosts take.
 *
 * @public
 */
export const MOST_TITLE_CHARACTERS = 120;

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
    /** What the pull request and its commit are called. Default: by the template of the installation. */
    title: z.string().trim().min(1).max(MOST_TITLE_CHARACTERS).optional(),
    /** Why, in the requester's words; quoted in the pull request. */
    description: z.string().max(4000).optional(),
    /** Whether it is opened as a draft. Default: as the installation has it. */
    draft: z.boolean().optional(),
    /** Findings that are known and accepted. It takes the permission `progressive-delivery.proposal.override`. */
    override: z
      .object({
        findings: z
          .array(findingReferenceSchema)
          .min(1)
          .max(MOST_OVERRIDDEN_FINDINGS),
        /** Why, in the requester's words; quoted in the pull request. */
        reason: z.string().trim().min(1).max(2000),
      })
      .strict()
      .optional(),
  })
  .strict();

/** @public */
export type ProposalRequest = z.infer<typeof proposalRequestSchema>;

/**
 * What preflight had found and was overridden for a proposal, as the commit that Backstage made for it says.
 *
 * - `none`: nothing was
 * - `unknown`: its branch no longer ends in that commit, so nobody can tell
 *
 * @public
 */
export const proposalOverrideSchema = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({
      state: z.literal('overridden'),
      findings: openArray(findingReferenceSchema),
      /** In the words of who overrode it. */
      reason: z.string(),
    }),
    z.object({ state: z.literal('unknown') }),
  ])
  .catch({ state: 'unknown' });

/** @public */
export type ProposalOverride = z.infer<typeof proposalOverrideSchema>;

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
  state: openEnum(['open', 'merged', 'closed'], 'unknown'),
  /** Absent in answers of earlier versions. */
  draft: z.boolean().optional(),
  switch: z.string(),
  enabled: z.boolean(),
  /** Entity reference of who asked for it, where the pull request says so. */
  requestedBy: z.string().optional(),
  /** ISO 8601. */
  createdAt: z.string(),
  /** Absent in answers of earlier versions. */
  override: proposalOverrideSchema.optional(),
  /**
   * In their order; those after a `failed` pull request, and those after the merge of one that a later change took over
   * from, are absent.
   */
  journey: z.array(journeyStopSchema),
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

/** Who refused that, and what to do; a text where it is not ours. */
const message = z.union([z.string(), problemSchema]);

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownProposalNoteSchema = z.discriminatedUnion('id', [
  messageSchema('labelsNotAdded', {
    labels: z.array(z.string()),
    message,
  }),
  messageSchema('labelsUnknown', { labels: z.array(z.string()) }),
  messageSchema('reviewsNotRequested', {
    reviewers: z.array(z.string()),
    message,
  }),
  messageSchema('noOtherReviewer', {}),
  messageSchema('descriptionNotUpdated', { message }),
  /** `number`: of the last pull request for the same change. */
  messageSchema('closedBefore', { number: z.number() }),
  /** `by`: a name at the Git host. */
  messageSchema('closedBeforeBy', { number: z.number(), by: z.string() }),
]);

/**
 * What else is to be known of a pull request that is open, such as what of it did not work.
 *
 * @public
 */
export type ProposalNote =
  | z.infer<typeof knownProposalNoteSchema>
  | UnknownMessage;

/** @public */
export const proposalNoteSchema: z.ZodType<ProposalNote> = messagesSchema(
  knownProposalNoteSchema,
);

/**
 * Answer of `POST .../proposals`.
 *
 * - `created`: a pull request was opened
 * - `updated`: an open one was brought up to date with its base
 * - `existing`: an open pull request for the same change was there already
 *
 * @public
 */
export const proposalResponseSchema = z.object({
  outcome: openEnum(['created', 'existing', 'updated'], 'unknown'),
  proposal: proposalSchema,
  /** Findings that were overridden for it, as they were. */
  overridden: openArray(findingSchema).optional(),
  /** Absent in answers of earlier versions. */
  notes: openArray(proposalNoteSchema).optional(),
});

/** @public */
export type ProposalResponse = z.infer<typeof proposalResponseSchema>;

/**
 * Body of `POST .../proposals/:number/update` and `POST .../proposals/:number/close`.
 *
 * @public
 */
export const proposalActionRequestSchema = z
  .object({
    /** The switch that the pull request flips. */
    switch: z.string().min(1).max(300),
  })
  .strict();

/** @public */
export type ProposalActionRequest = z.infer<typeof proposalActionRequestSchema>;

/**
 * Answer of `POST .../proposals/:number/update` and `POST .../proposals/:number/close`.
 *
 * - `updated`: its branch has the same change on top of what its base holds now
 * - `upToDate`: its branch had that already
 * - `closed`: it is closed; its branch stays
 *
 * @public
 */
export const proposalActionResponseSchema = z.object({
  outcome: openEnum(['updated', 'upToDate', 'closed'], 'unknown'),
});

/** @public */
export type ProposalActionResponse = z.infer<
  typeof proposalActionResponseSchema
>;
