import { isError } from '@backstage/errors';

/** Whether the backend answered with this HTTP status. */
export function hasStatusCode(error: unknown, statusCode: number): boolean {
  return (
    isError(error) &&
    error.name === 'ResponseError' &&
    error.statusCode === statusCode
  );
}
