import { z } from 'zod/v4';
import { messagesSchema, UnknownMessage } from '../texts';
import { fileReasons } from './fileReasons';
import { textReasons } from './textReasons';
import { chartReasons } from './chartReasons';
import { chartRepositoryReasons } from './chartRepositoryReasons';
import { kustomizationReasons } from './kustomizationReasons';
import { sourceReasons } from './sourceReasons';
import { toolReasons } from './toolReasons';
import { editReasons } from './editReasons';
import { overlayReasons } from './overlayReasons';
import { preflightReasons } from './preflightReasons';
import { projectReasons } from './projectReasons';
import { repositoryReasons } from './repositoryReasons';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownReasonSchema = z.discriminatedUnion('id', [
  ...fileReasons,
  ...textReasons,
  ...chartReasons,
  ...chartRepositoryReasons,
  ...kustomizationReasons,
  ...sourceReasons,
  ...toolReasons,
  ...editReasons,
  ...overlayReasons,
  ...preflightReasons,
  ...projectReasons,
  ...repositoryReasons,
]);

/**
 * Why something cannot be done, in a sentence of its own: what stands inside other texts as a parameter.
 *
 * @public
 */
export type Reason = z.infer<typeof knownReasonSchema> | UnknownMessage;

/** @public */
export const reasonSchema: z.ZodType<Reason> =
  messagesSchema(knownReasonSchema);
