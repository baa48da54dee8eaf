/** The token in an `Authorization` header: of an API, or as the password that git sends. */
export function tokenOf(authorization: string | undefined): string {
  const [scheme, value = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') {
    return value;
  }
  const [, password = ''] = Buffer.from(value, 'base64').toString().split(':');
  return password;
}
