import { isError } from '@backstage/errors';
import {
  Problem,
  problemSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What an error of ours or of the backend says as a problem, which can be translated; absent where its message alone tells. */
export function problemOf(error: unknown): Problem | undefined {
  if (!isError(error)) {
    return undefined;
  }
  const told =
    error.name === 'ResponseError' && isError(error.cause)
      ? error.cause
      : error;
  return 'problem' in told
    ? problemSchema.safeParse(told.problem).data
    : undefined;
}
