import { decodeJwt } from 'jose';
import { Request } from 'express';

/**
 * When the bearer token of a request ends, as it says itself. Backstage tells this of users only; services come with
 * a token that ends as well, or with one that is no JSON Web Token and does not end. It has been verified before.
 */
export function tokenEnd(request: Pick<Request, 'headers'>): Date | undefined {
  const token = /^Bearer (\S+)$/i.exec(
    request.headers.authorization ?? '',
  )?.[1];
  if (token === undefined) {
    return undefined;
  }
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? undefined : new Date(exp * 1000);
  } catch {
    return undefined;
  }
}
