import { InputError } from '@backstage/errors';
import {
  ContentOf,
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from './errors/problemError';

/** Why something cannot be done, without the English of it. */
export type ReasonContent = ContentOf<Reason>;

/** The refusal of something that we cannot, or for safety do not, render as Argo CD would. */
export function cannotPreview(reason: ReasonContent): InputError;
export function cannotPreview<Refusal extends Error>(
  reason: ReasonContent,
  ErrorClass: new (message: string) => Refusal,
  cause?: unknown,
): Refusal;
export function cannotPreview(
  reason: ReasonContent,
  ErrorClass: new (message: string) => Error = InputError,
  cause?: unknown,
): Error {
  const because = toMessage('reason', reason);
  return problemError(
    ErrorClass,
    { id: 'cannotPreview', parameters: { because } },
    cause,
  );
}
