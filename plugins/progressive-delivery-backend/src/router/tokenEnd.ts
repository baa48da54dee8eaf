import { Request } from 'express';
import { z } from 'zod/v4';

const payloadSchema = z.object({ exp: z.number() });

/**
 * When the bearer token of a request ends, as it says itself. Backstage tells this of users only; services come with
 * a token that ends as well, or with one that is no JSON Web Token and does not end. It has been verified before.
 */
export function tokenEnd(request: Pick<Request, 'headers'>): Date | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\.[^.]*$/i.exec(
    request.headers.authorization ?? '',
  )?.[1];
  if (payload === undefined) {
    return undefined;
  }
  try {
    const { exp } = payloadSchema.parse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    );
    return new Date(exp * 1000);
  } catch {
    return undefined;
  }
}
