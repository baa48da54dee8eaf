import { isError } from '@backstage/errors';
import {
  ContentOf,
  Problem,
  Remedy,
  toMessage,
  UnusableReason,
  UnusableTarget,
  unusableTargetSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import { visibleTexts } from '../../visibleTexts';

/** What an entity names and cannot use. */
export interface UnusableReference extends UnusableTarget {
  reason: Exclude<UnusableTarget['reason'], 'unknown'>;
  /** The targets that it is about, as far as they are known; not for anybody who may not use them. */
  targetIds: string[];
}

/** What an entity names and cannot use, of what is to be said about it. */
export function unusableReference({
  message,
  problems = [],
  reason,
  reference,
  remedies,
  targetIds = [],
}: {
  reference: string;
  reason: UnusableReference['reason'];
  message: ContentOf<UnusableReason>;
  problems?: Problem[];
  remedies: ContentOf<Remedy>[];
  targetIds?: string[];
}): UnusableReference {
  return {
    reference,
    targetIds,
    reason,
    message: toMessage('unusable', message),
    problems,
    remedies: remedies.map(remedy => toMessage('remedy', remedy)),
  };
}

/** Without what is not for those who ask, and with nothing in it that nobody would see. */
export function toUnusableTarget({
  message,
  problems,
  reason,
  reference,
  remedies,
}: UnusableReference): UnusableTarget {
  return unusableTargetSchema.parse(
    visibleTexts({ reference, reason, message, problems, remedies }),
  );
}

/** By the names of the errors that ClusterService throws. */
const REMEDIES = new Map<string, ContentOf<Remedy>>([
  ['InputError', { id: 'correctField', parameters: {} }],
  ['NotAllowedError', { id: 'permitReading', parameters: {} }],
  ['NotFoundError', { id: 'checkInstallation', parameters: {} }],
  ['ServiceUnavailableError', { id: 'tryAgain', parameters: {} }],
]);

/**
 * What could not be read, as a result of its own.
 *
 * @throws the error itself where it does not say that something could not be read
 */
export function unreadable(
  error: unknown,
  about: {
    reference: string;
    message: ContentOf<UnusableReason>;
    targetIds: string[];
  },
): UnusableReference {
  const remedy = isError(error) ? REMEDIES.get(error.name) : undefined;
  if (!isError(error) || !remedy) {
    throw error;
  }
  const problem = problemOf(error);
  return unusableReference({
    ...about,
    reason: error.name === 'InputError' ? 'invalid' : 'unreachable',
    problems: [problem],
    remedies: [
      problem.id === 'kubernetesMissing'
        ? { id: 'installKubernetes', parameters: {} }
        : remedy,
    ],
  });
}
