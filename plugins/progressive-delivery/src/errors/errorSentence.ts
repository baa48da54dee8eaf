import { isError } from '@backstage/errors';

/** What a person needs to read of an error: the backend's own sentence where it sent one. */
export function errorSentence(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  if (error.name === 'ResponseError' && isError(error.cause)) {
    return error.cause.message;
  }
  return error.message;
}
