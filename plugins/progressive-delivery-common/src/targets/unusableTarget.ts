import { z } from 'zod/v4';
import { openEnum } from '../openEnum';
import { problemSchema } from '../problems/problem';
import { reasonSchema } from '../reasons';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** Where an Application is, or would be. */
const place = { argocd: z.string(), namespace: z.string() };

const application = { ...place, application: z.string() };

/** Entity reference. */
const entity = z.string();

/** Namespaces of Argo CD installations, each as `<argocd>/<namespace>`. */
const places = z.array(z.string());

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownUnusableReasonSchema = z.discriminatedUnion('id', [
  messageSchema('notPointed', { ...application, entity }),
  messageSchema('selectedNotPointed', { ...place, entity }),
  messageSchema('projectMissing', { ...application, entity }),
  messageSchema('projectRefuses', { ...application, entity }),
  messageSchema('projectTooWide', { ...application, entity }),
  messageSchema('overlayNotAllowed', { entity }),
  messageSchema('namespaceNotCounted', {
    namespace: z.string(),
    argocd: z.array(z.string()),
  }),
  messageSchema('argocdNamespaceNotCounted', { argocd: z.array(z.string()) }),

  messageSchema('applicationMissing', { application: z.string(), places }),
  messageSchema('nothingMatches', { places }),
  messageSchema('noInstallations', {}),

  messageSchema('applicationUnreadable', application),
  messageSchema('projectUnreadable', application),
  messageSchema('selectionUnreadable', place),
  messageSchema('selectedUnreadable', place),

  messageSchema('withoutSource', application),
  messageSchema('tooManyMatch', {
    ...place,
    matching: z.number(),
    used: z.number(),
  }),
  messageSchema('moreMatch', { ...place, used: z.number() }),
  messageSchema('tooManyNames', { named: z.number(), used: z.number() }),
  messageSchema('tooManyOverlays', { used: z.number() }),
  messageSchema('applicationNameInvalid', { name: z.string() }),
  messageSchema('namespaceInvalid', { name: z.string() }),
  messageSchema('annotatedNamespaceInvalid', {
    annotation: z.string(),
    name: z.string(),
  }),
  messageSchema('annotatedClusterInvalid', {
    annotation: z.string(),
    name: z.string(),
  }),
  messageSchema('selectorInvalid', {}),
  messageSchema('installationUnknown', { known: z.array(z.string()) }),
  messageSchema('overlayInvalid', { because: reasonSchema }),
]);

/**
 * Why an entity cannot use what it names.
 *
 * @public
 */
export type UnusableReason =
  | z.infer<typeof knownUnusableReasonSchema>
  | UnknownMessage;

/** @public */
export const unusableReasonSchema: z.ZodType<UnusableReason> = messagesSchema(
  knownUnusableReasonSchema,
);

/** What is to be added, exactly as it is written there. */
const yaml = z.string();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownRemedySchema = z.discriminatedUnion('id', [
  messageSchema('annotateApplication', {
    namespace: z.string(),
    application: z.string(),
    yaml,
  }),
  messageSchema('annotateSelected', { yaml }),
  messageSchema('addAllowRule', { yaml }),
  messageSchema('createProject', {
    namespace: z.string(),
    application: z.string(),
  }),
  messageSchema('permitInProject', {
    namespace: z.string(),
    application: z.string(),
  }),
  messageSchema('listRepositories', { argocd: z.string() }),
  messageSchema('nameApplication', {}),
  messageSchema('countNamespace', {}),

  messageSchema('correctApplication', {}),
  messageSchema('correctSelection', {}),
  messageSchema('configureInstallation', {}),

  messageSchema('correctField', {}),
  messageSchema('permitReading', {}),
  messageSchema('checkInstallation', {}),
  messageSchema('installKubernetes', {}),
  messageSchema('tryAgain', {}),

  messageSchema('addSource', {}),
  messageSchema('narrowSelector', {}),
  messageSchema('splitEntity', {}),
  messageSchema('correctName', {}),
  messageSchema('correctNamespace', {}),
  messageSchema('correctNamespaceName', {}),
  messageSchema('correctCluster', {}),
  messageSchema('correctSelector', {}),
  messageSchema('correctInstallation', {}),
  messageSchema('correctOverlay', {}),
]);

/**
 * What lets an entity use what it names.
 *
 * @public
 */
export type Remedy = z.infer<typeof knownRemedySchema> | UnknownMessage;

/** @public */
export const remedySchema: z.ZodType<Remedy> =
  messagesSchema(knownRemedySchema);

/**
 * A delivery target that the entity names and that cannot be used.
 *
 * @public
 */
export const unusableTargetSchema = z.object({
  /** What the entity names, such as `argocd/app-name: agents`. */
  reference: z.string(),
  reason: openEnum(
    ['not-allowed', 'not-found', 'unreachable', 'invalid'],
    'unknown',
  ),
  message: unusableReasonSchema,
  /** What exactly is wrong, where there is more to say. */
  problems: z.array(problemSchema).default([]),
  /** Ways to fix it; any of them suffices. */
  remedies: z.array(remedySchema),
});

/** @public */
export type UnusableTarget = z.infer<typeof unusableTargetSchema>;
