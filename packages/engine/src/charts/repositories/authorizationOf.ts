import { ChartRepository } from './chartRepository';

/** The header of configured credentials. */
export function authorizationOf({
  username,
  password,
  token,
}: ChartRepository['config']): string | undefined {
  if (token) {
    return `Bearer ${token}`;
  }
  return username && password
    ? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    : undefined;
}
