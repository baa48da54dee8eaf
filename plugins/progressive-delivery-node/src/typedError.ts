import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';

const typed = [
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
];

/**
 * The error that the backend has thrown, from its answer. It has no status, so that whoever throws it on does not answer
 * with one of another service.
 *
 * @returns a ResponseError where the answer is not one of a backend of Backstage
 */
export async function typedError(
  response: Parameters<typeof ResponseError.fromResponse>[0],
): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  const { message, name } = error.cause;
  const Typed = typed.find(each => each.name === name);
  return Typed ? new Typed(message) : error;
}
