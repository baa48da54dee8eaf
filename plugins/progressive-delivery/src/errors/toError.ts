import { isError } from '@backstage/errors';

/** A thrown value as an Error; what is one already, of whichever realm, stays the same. */
export function toError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}
