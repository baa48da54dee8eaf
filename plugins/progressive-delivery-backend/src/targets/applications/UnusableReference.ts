import { isError } from '@backstage/errors';
import {
  UnusableTarget,
  visibleLines,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What an entity names and cannot use. */
export interface UnusableReference extends UnusableTarget {
  /** The targets that it is about, as far as they are known; not for anybody who may not use them. */
  targetIds: string[];
}

/** Without what is not for those who ask, and with nothing in it that nobody would see. */
export function toUnusableTarget({
  reference,
  reason,
  message,
  remedies,
}: UnusableReference): UnusableTarget {
  return {
    reference: visibleLines(reference),
    reason,
    message: visibleLines(message),
    remedies: remedies.map(visibleLines),
  };
}

/** By the names of the errors that ClusterService throws. */
const REMEDIES = {
  InputError: 'Correct it where the message says.',
  NotAllowedError:
    "Let the account that the Kubernetes plugin uses for this cluster get and list Argo CD's applications and appprojects.",
  NotFoundError:
    "Check progressiveDelivery.argocd in the app-config against the Kubernetes plugin's clusters.",
  ServiceUnavailableError:
    'Try again once the cluster answers; the Kubernetes tab shows whether Backstage reaches it.',
};

/**
 * What could not be read, as a result of its own.
 *
 * @throws the error itself where it does not say that something could not be read
 */
export function unreadable(
  error: unknown,
  about: { reference: string; what: string; targetIds: string[] },
): UnusableReference {
  if (!isError(error) || !Object.hasOwn(REMEDIES, error.name)) {
    throw error;
  }
  return {
    reference: about.reference,
    targetIds: about.targetIds,
    reason: error.name === 'InputError' ? 'invalid' : 'unreachable',
    message: `${about.what} could not be read: ${error.message}`,
    remedies: [REMEDIES[error.name as keyof typeof REMEDIES]],
  };
}
