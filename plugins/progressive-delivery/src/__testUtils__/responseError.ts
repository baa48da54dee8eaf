import { ResponseError } from '@backstage/errors';

/** An error as the backend sends it; `details` are what it carries besides. */
export function responseError(
  statusCode: number,
  name: string,
  message: string,
  details: object = {},
): Promise<ResponseError> {
  const body = {
    error: { name, message, ...details },
    response: { statusCode },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
