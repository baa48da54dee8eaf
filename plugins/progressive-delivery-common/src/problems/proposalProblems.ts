import { z } from 'zod/v4';
import { notProposableSchema } from '../targets/notProposable';
import { messageSchema } from '../texts';

/** A switch, and what it is set to: `true` or `false`, as YAML has it. */
const set = { switch: z.string(), value: z.string() };

const pullRequest = { number: z.number(), url: z.string() };

/** `branch`: short name; `repository`: its URL. */
const branch = { branch: z.string(), repository: z.string() };

/** `commit`: of the branch that it would be merged into, shortened. */
const alreadySet = { ...set, file: z.string(), commit: z.string() };

/** What keeps a pull request from being opened now. */
export const proposalProblems = [
  /** What would be proposed of a switch is no longer what somebody saw. */
  messageSchema('switchChanged', { switch: z.string() }),
  messageSchema('switchNotProposable', {
    switch: z.string(),
    notProposable: notProposableSchema,
  }),

  messageSchema('alreadySet', alreadySet),
  messageSchema('alreadySetByMerge', { ...alreadySet, ...pullRequest }),
  /** `by`: login at the Git host of who has merged it. */
  messageSchema('alreadySetByMergeOf', {
    ...alreadySet,
    ...pullRequest,
    by: z.string(),
  }),
  /** The base holds it already. */
  messageSchema('nothingToMerge', branch),

  /** Of the branch that the pull request would be merged into. */
  messageSchema('baseGone', branch),
  messageSchema('changedAgainAndAgain', {}),

  /** A pull request that sets the switch to the opposite of what is asked for. */
  messageSchema('oppositeOpen', { ...set, ...pullRequest }),
  /** `branch`: what its base is called now. */
  messageSchema('openBeforeRenaming', {
    ...set,
    ...pullRequest,
    branch: z.string(),
  }),
  /** The same where the Git host has left it with the former name of its base. */
  messageSchema('openOntoFormerName', {
    ...set,
    ...pullRequest,
    base: z.string(),
    branch: z.string(),
  }),
  /** `commit`: the last one on that branch, shortened. */
  messageSchema('branchOfOthers', { ...branch, commit: z.string() }),

  /** What the Git host says of a branch that was just published. */
  messageSchema('branchMissing', branch),
  messageSchema('branchMoved', branch),
  messageSchema('pullRequestExists', branch),

  /** Of an open pull request, which is to be brought up to date or closed. */
  messageSchema('changeHeld', { branch: z.string(), number: z.number() }),
  messageSchema('pullRequestOutdated', {
    switch: z.string(),
    number: z.number(),
  }),
  messageSchema('pullRequestMoved', { number: z.number() }),
  messageSchema('pullRequestOfOthers', {
    ...pullRequest,
    product: z.string(),
  }),
  /** `target`: title of the delivery target. */
  messageSchema('pullRequestNotOpen', {
    target: z.string(),
    switch: z.string(),
    number: z.number(),
  }),

  /** Come with the `preflight` of today. `findings`: what each is about and its check; `…` where there are more. */
  messageSchema('findingsInTheWay', { findings: z.array(z.string()) }),
  messageSchema('findingsNotOverridden', { findings: z.array(z.string()) }),
] as const;
