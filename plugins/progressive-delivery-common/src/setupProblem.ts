import { z } from 'zod/v4';
import { reasonSchema } from './reasons';
import { messageSchema, messagesSchema, UnknownMessage } from './texts';

/** Name of an Argo CD installation, as the configuration has it. */
const argocd = z.string();

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownSetupMessageSchema = z.discriminatedUnion('id', [
  messageSchema('clustersMissing', {}),
  messageSchema('argocdMissing', {}),
  /** `known`: the clusters that the app-config has. */
  messageSchema('argocdClusterUnknown', {
    argocd,
    cluster: z.string(),
    known: z.array(z.string()),
  }),
  messageSchema('gitHostsMissing', {}),
  messageSchema('gitUnusable', { because: reasonSchema }),
  messageSchema('toolsUnusable', { because: reasonSchema }),
  messageSchema('argocdToolsUnusable', { argocd, because: reasonSchema }),
]);

/**
 * What an installation lacks, so that something cannot be shown, previewed or proposed whatever the entity.
 *
 * @public
 */
export type SetupMessage =
  | z.infer<typeof knownSetupMessageSchema>
  | UnknownMessage;

/** @public */
export const setupMessageSchema: z.ZodType<SetupMessage> = messagesSchema(
  knownSetupMessageSchema,
);

/**
 * Something that an administrator has to add to the installation.
 *
 * @public
 */
export const setupProblemSchema = z.object({
  message: setupMessageSchema,
  /** Lines for the app-config, with names and addresses to replace by one's own. */
  yaml: z.string(),
  /** Address of the documentation that says more. */
  docs: z.string(),
});

/** @public */
export type SetupProblem = z.infer<typeof setupProblemSchema>;
