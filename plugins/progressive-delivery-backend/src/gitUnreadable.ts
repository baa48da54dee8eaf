import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError, ReasonContent } from '@progressive-delivery/engine';

/** What of a Git repository could not be read, as the error that it is to callers. */
export function gitUnreadable<Refusal extends Error>(
  reason: ReasonContent,
  ErrorClass: new (message: string) => Refusal,
): Refusal {
  return problemError(ErrorClass, {
    id: 'gitUnreadable',
    parameters: { message: toMessage('reason', reason) },
  });
}
