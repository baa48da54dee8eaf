import { z } from 'zod/v4';
import {
  accountNameSchema,
  hostFaultSchema,
  neededAccessSchema,
} from './hosts';
import { openEnum } from './openEnum';
import { problemSchema } from './problems/problem';
import { reasonSchema } from './reasons';
import { messageSchema, messagesSchema, UnknownMessage } from './texts';

/** In the words of who refused or failed. */
const message = z.string();

/** What is asked of a cluster; `*` for all namespaces, and for what is in none. */
const access = {
  verb: z.string(),
  resource: z.string(),
  namespace: z.string(),
};

/** Who a Git host knows Backstage as. */
const account = z.string();

/** Of a token, or permissions of a GitHub App. */
const scopes = z.array(z.string());

/** `repository`: clone URL; `account`: who Backstage is there by configuration. */
const reachable = { repository: z.string(), account: accountNameSchema };

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownDoctorMessageSchema = z.discriminatedUnion('id', [
  messageSchema('nothingMissing', {}),
  /** `message`: as `setupProblemSchema` has it. */
  messageSchema('configurationMissing', { message }),

  messageSchema('toolFound', { command: z.string(), version: z.string() }),
  messageSchema('toolUnusable', { because: reasonSchema }),
  messageSchema('memoryLimited', {}),
  messageSchema('memoryUnlimited', {}),

  messageSchema('clusterAnswers', {
    version: z.string(),
    account,
  }),
  messageSchema('clustersMissing', {}),
  messageSchema('clusterOfUsers', { provider: z.string() }),
  messageSchema('couldNotLook', {
    message: z.union([message, problemSchema]),
  }),
  messageSchema('hostUnavailable', {
    host: z.string(),
    fault: hostFaultSchema,
  }),
  messageSchema('tookTooLong', { seconds: z.number() }),
  messageSchema('tooManyToLook', { looked: z.number(), all: z.number() }),

  messageSchema('allowed', access),
  messageSchema('denied', access),
  messageSchema('accessUnknown', { ...access, message }),

  messageSchema('argocdFound', { applications: z.string() }),
  messageSchema('applicationsMissing', {}),
  messageSchema('projectMissing', { namespace: z.string() }),

  messageSchema('hostOnlyRead', { type: z.string() }),
  messageSchema('credentialsMissing', { integration: z.string() }),
  messageSchema('credentialsRefused', { integration: z.string() }),
  messageSchema('scopesSuffice', { account, scopes }),
  messageSchema('scopesMissing', { account, scopes, missing: scopes }),
  messageSchema('scopesHidden', { account, needs: z.string() }),
  messageSchema('repositoryWritable', reachable),
  messageSchema('repositoryReadable', reachable),
  messageSchema('repositoryReadOnly', {
    ...reachable,
    needs: neededAccessSchema,
  }),
  messageSchema('repositoryArchived', { repository: z.string() }),
  messageSchema('repositoryUnknown', {
    ...reachable,
    needs: neededAccessSchema,
  }),
]);

/**
 * What a look at the installation has found, and what to do about it.
 *
 * @public
 */
export type DoctorMessage =
  | z.infer<typeof knownDoctorMessageSchema>
  | UnknownMessage;

/** @public */
export const doctorMessageSchema: z.ZodType<DoctorMessage> = messagesSchema(
  knownDoctorMessageSchema,
);

/**
 * One thing that was looked at.
 *
 * @public
 */
export const doctorLineSchema = z.object({
  area: openEnum(
    ['configuration', 'tools', 'clusters', 'access', 'argocd', 'git'],
    'unknown',
  ),
  /** Which of them, such as the name of a cluster or a Git host. */
  subject: z.string(),
  /**
   * - `ok`: as it should be
   * - `missing`: something has to be added or changed
   * - `unknown`: it could not be looked at, or does not say
   */
  state: openEnum(['ok', 'missing'], 'unknown'),
  message: doctorMessageSchema,
  /** Lines to add, such as a rule of a role. */
  yaml: z.string().optional(),
});

/** @public */
export type DoctorLine = z.infer<typeof doctorLineSchema>;

/**
 * Query of `GET /v1/doctor`.
 *
 * @public
 */
export const doctorQuerySchema = z.object({
  /**
   * Where the account has roles in single namespaces only: those that are delivered to, separated by commas. Default: all
   * namespaces at once.
   */
  namespaces: z
    .string()
    .regex(
      /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(,[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?){0,9}$/,
      'must be at most ten names of namespaces, separated by commas',
    )
    .transform(text => text.split(','))
    .optional(),
});

/**
 * Answer of `GET /v1/doctor`.
 *
 * @public
 */
export const doctorReportSchema = z.object({
  lines: z.array(doctorLineSchema),
});

/** @public */
export type DoctorReport = z.infer<typeof doctorReportSchema>;
