import { z } from 'zod/v4';
import {
  accountNameSchema,
  credentialsRemedySchema,
  hostFaultSchema,
  hostQuestionSchema,
  hostRefusalSchema,
  neededAccessSchema,
} from '../hosts';
import {
  messageSchema,
  messagesSchema,
  timeSchema,
  UnknownMessage,
} from '../texts';

/** `Gitea` */
const product = z.string();

/** Of a Git host; `host`: as in its addresses, such as `git.example.com:3000`. */
const at = { product, host: z.string() };

/** Where credentials are configured, such as `integrations.gitea`. */
const integration = z.string();

const account = accountNameSchema;

/** What was asked; `repository`: its URL. */
const asked = { question: hostQuestionSchema, repository: z.string() };

const unsaidHostProblems = [
  messageSchema('hostCredentialsMissing', {
    repository: z.string(),
    integration,
    remedy: credentialsRemedySchema,
  }),
  messageSchema('hostRejectsCredentials', {
    ...at,
    integration,
    remedy: credentialsRemedySchema,
  }),
  messageSchema('hostForbids', {
    ...asked,
    account,
    needs: neededAccessSchema,
  }),
  /** It tells nobody without access what there is. */
  messageSchema('hostFindsNothing', { ...at, ...asked, account }),
  messageSchema('hostRateLimited', {
    ...at,
    ...asked,
    account,
    until: timeSchema,
  }),
  messageSchema('hostUnavailable', { ...at, ...asked, fault: hostFaultSchema }),
  messageSchema('hostRefused', {
    ...at,
    ...asked,
    hostRefusal: hostRefusalSchema,
  }),
] as const;

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownHostProblemSchema = z.discriminatedUnion(
  'id',
  unsaidHostProblems,
);

/**
 * What a Git host did not do, without what it said about it.
 *
 * @public
 */
export type HostProblem =
  | z.infer<typeof knownHostProblemSchema>
  | UnknownMessage;

/** @public */
export const hostProblemSchema: z.ZodType<HostProblem> = messagesSchema(
  knownHostProblemSchema,
);

/** What a Git host did not do, who lacks which access where, and what it said about it. */
export const hostProblems = [
  ...unsaidHostProblems,
  /** `said`: by the host about it, in its own words. */
  messageSchema('hostSaid', {
    problem: hostProblemSchema,
    product,
    said: z.string(),
  }),

  /** What keeps it from being asked at all. */
  messageSchema('hostNotSupported', { host: z.string(), type: z.string() }),
  messageSchema('hostNotConfigured', { host: z.string() }),
  /** `expected`: the form of such addresses. */
  messageSchema('repositoryNotOfHost', {
    repository: z.string(),
    ...at,
    expected: z.string(),
  }),
] as const;
