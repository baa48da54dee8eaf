import { z } from 'zod/v4';
import { accessProblems } from './accessProblems';
import { actionProblems } from './actionProblems';
import { chartProblems } from './chartProblems';
import { hostProblems } from './hostProblems';
import { proposalProblems } from './proposalProblems';
import { targetProblems } from './targetProblems';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** A cluster by the name that the Kubernetes plugin gives it. */
const cluster = z.string();

/** Objects of a kind, such as `rollouts.argoproj.io`, in a namespace of a cluster. */
const listed = { cluster, namespace: z.string(), resource: z.string() };

const workload = { kind: z.string(), name: z.string(), namespace: z.string() };

/** In the words of who refused or failed: an API server, Git, a tool, a parser. */
const message = z.string();

const verb = z.string();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownProblemSchema = z.discriminatedUnion('id', [
  /** What only its message tells. */
  messageSchema('other', { message }),

  messageSchema('requestRejected', { ...listed, message }),
  messageSchema('forbidden', {
    ...listed,
    verb,
    /** The verbs that the account needs. */
    required: z.array(z.string()),
    message,
  }),
  /** `provider`: of `kubernetesAuthProvidersApi`, such as `oidc.okta`. */
  messageSchema('forbiddenToUser', {
    ...listed,
    verb,
    provider: z.string(),
    message,
  }),
  messageSchema('signInMissing', { cluster, provider: z.string() }),
  messageSchema('clusterUnknown', { cluster }),
  messageSchema('kindMissing', { cluster, resource: z.string() }),
  messageSchema('verbNotSupported', {
    cluster,
    resource: z.string(),
    verb,
    message,
  }),
  messageSchema('clusterFailed', { ...listed, verb, message }),
  messageSchema('clusterTimedOut', { cluster, seconds: z.number() }),
  messageSchema('clusterUnreachable', { cluster, message }),
  messageSchema('clusterStarting', { cluster, message }),
  messageSchema('clustersUnreachable', { message }),
  messageSchema('clustersUnreadable', {}),
  messageSchema('kubernetesMissing', {}),
  messageSchema('answerUnreadable', { ...listed, message }),
  messageSchema('nameInvalid', { name: z.string() }),

  messageSchema('watchInterrupted', listed),
  messageSchema('watchEndedAtOnce', listed),
  messageSchema('watchDead', listed),
  messageSchema('watchLineTooLong', { characters: z.number() }),
  messageSchema('changesMissed', listed),
  /** Comes after the problem for which it cannot be watched. */
  messageSchema('polled', {}),

  messageSchema('destinationUnknown', { destination: z.string() }),
  messageSchema('placeUnknown', {}),
  /** Comes before the problems for which nothing is rendered. */
  messageSchema('notRendered', {}),
  messageSchema('tooManyNamespaces', {
    named: z.number(),
    shown: z.number(),
  }),
  messageSchema('otherNamespace', { ...workload, annotated: z.string() }),
  messageSchema('untracked', workload),
  messageSchema('otherApplication', workload),
  messageSchema('workloadUnreadable', { ...workload, message }),
  /** What a reader says of a workload whose status it cannot read; no backend sends it. */
  messageSchema('statusOfLaterVersion', {}),

  /** What only the page notices of the backend; `route`: below the plugin's own. */
  messageSchema('backendUnreadable', { route: z.string() }),
  messageSchema('backendNotStreaming', { route: z.string() }),
  messageSchema('backendTimedOut', { seconds: z.number() }),
  messageSchema('objectsUnreadable', {
    resource: z.string(),
    namespace: z.string(),
    amount: z.number(),
    /** What is odd about one of them. */
    message,
  }),

  messageSchema('applicationEmpty', { application: z.string() }),
  messageSchema('overlayEmpty', {}),
  /** `workloads`: some of what was looked for; `…` where there are more. */
  messageSchema('nothingOfApplication', {
    application: z.string(),
    workloads: z.array(z.string()),
  }),
  messageSchema('nothingOfOverlay', { workloads: z.array(z.string()) }),

  /** Of the fleet: what else belongs to a component has to be looked at on its own page. */
  messageSchema('overlayNotWatched', {}),
  messageSchema('fleetTooLarge', { shown: z.number() }),

  ...proposalProblems,
  ...hostProblems,
  ...chartProblems,
  ...targetProblems,
  ...actionProblems,
  ...accessProblems,
]);

/**
 * What of a delivery target could not be read, is not as it should be or is not shown, and why.
 *
 * @public
 */
export type Problem = z.infer<typeof knownProblemSchema> | UnknownMessage;

/** @public */
export const problemSchema: z.ZodType<Problem> =
  messagesSchema(knownProblemSchema);
