import { ResponseError } from '@backstage/errors';
import {
  ContentOf,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { responseError } from './responseError';

/** A conflict as the backend sends it, which says what it is about. */
export function conflict(content: ContentOf<Problem>): Promise<ResponseError> {
  const problem = toMessage('problem', content);
  return responseError(409, 'ConflictError', problem.text, { problem });
}
