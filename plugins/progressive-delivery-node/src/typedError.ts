import { proposalRefusalSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
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
 * with one of another service. Where findings keep a proposal from being made, it carries the `preflight`.
 *
 * @returns a ResponseError where the answer is not one of a backend of Backstage
 */
export async function typedError(
  response: Parameters<typeof ResponseError.fromResponse>[0],
): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  const { message, name } = error.cause;
  const Typed = typed.find(each => each.name === name);
  const refusal = proposalRefusalSchema.safeParse(error.body.error).data;
  return Typed ? Object.assign(new Typed(message), refusal) : error;
}
