import { z } from 'zod/v4';
import { reasonSchema } from '../reasons';
import { messageSchema, messagesSchema, UnknownMessage } from '../texts';

/** In the words of who failed, such as Git, Helm or Kustomize, or why it was not even tried or was ended. */
const message = z.union([z.string(), reasonSchema]);

/** What of a delivery target is ignored or left out, cannot be rendered, or does not let it be used. */
export const targetProblems = [
  /** We cannot, or for safety do not, render it as Argo CD would. */
  messageSchema('cannotPreview', { because: reasonSchema }),
  messageSchema('renderFailed', { message }),
  messageSchema('renderFailedWithChange', { message }),
  messageSchema('renderingTooSlow', { seconds: z.number() }),
  messageSchema('gitUnreadable', { message }),
  /** Comes before the problem for which Argo CD could not be asked again. */
  messageSchema('targetUnchecked', {}),
  /** The value of a switch is a text, which a template takes for true; `value`: cut off where it is long. */
  messageSchema('switchIsText', { switch: z.string(), value: z.string() }),

  messageSchema('destinationMissing', {}),
  messageSchema('destinationAmbiguous', {}),
  messageSchema('clusterNameInvalid', { name: z.string() }),
  messageSchema('namespaceNotPermitted', { namespace: z.string() }),
  /** `yaml`: the rule that would allow it. */
  messageSchema('liveNotAllowed', { yaml: z.string() }),

  /** `part`: of the annotation of the Application. */
  messageSchema('pointerMalformed', {
    annotation: z.string(),
    part: z.string(),
  }),
  /** `count`: entities at its end, which are too many. */
  messageSchema('pointersUnread', {
    annotation: z.string(),
    count: z.number(),
  }),
  /** The same of parts that not everybody may see. */
  messageSchema('pointersMalformed', { annotation: z.string() }),
  /** `part`: of the annotation of the entity. */
  messageSchema('switchMalformed', {
    annotation: z.string(),
    part: z.string(),
  }),
  /** `switches`: those that the Application gives the entity. */
  messageSchema('switchesNotNamed', {
    entity: z.string(),
    switches: z.array(z.string()),
  }),

  messageSchema('projectRefusesNamespace', { namespace: z.string() }),
  /** `rule`: of the AppProject, and what it says. */
  messageSchema('projectRefusesSources', { rule: reasonSchema }),
  messageSchema('projectRefusesDestination', { rule: reasonSchema }),
  messageSchema('destinationRefused', {}),
] as const;

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownTargetProblemSchema = z.discriminatedUnion(
  'id',
  targetProblems,
);

/**
 * What of a delivery target is ignored or left out, cannot be rendered, or does not let it be used.
 *
 * @public
 */
export type TargetProblem =
  | z.infer<typeof knownTargetProblemSchema>
  | UnknownMessage;

/** @public */
export const targetProblemSchema: z.ZodType<TargetProblem> = messagesSchema(
  knownTargetProblemSchema,
);
