import { isError, ServiceUnavailableError } from '@backstage/errors';

/**
 * What it is to our callers that another service has failed or refused us. Its status is an answer to us: a Git host's
 * 401 says that our credentials are no good, not theirs.
 *
 * @param what - what could not be done, as the beginning of a sentence
 */
export function otherServiceError(
  what: string,
  error: unknown,
): ServiceUnavailableError {
  return new ServiceUnavailableError(what, isError(error) ? error : undefined);
}

/** An answer of another service that nobody has translated; everything else is left as it is. */
export function withoutForeignStatus(error: unknown): unknown {
  return isError(error) && error.name === 'ResponseError'
    ? otherServiceError('A service that Backstage needs for this failed', error)
    : error;
}
