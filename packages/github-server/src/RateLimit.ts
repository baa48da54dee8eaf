import { restError, RestAnswer } from './rest/operations';

/** What GitHub limits: requests an hour, or too many at once; the latter with a time to wait, or without one. */
export type RateLimitKind = 'primary' | 'secondary' | 'secondary, silent';

/** Seconds until the primary limit is lifted, and those that the secondary one asks to wait. */
export const RATE_LIMIT_SECONDS = { primary: 120, secondary: 30 };

const PRIMARY = 'API rate limit exceeded for user ID 1.';
const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** The headers that every answer has. */
export function limitHeaders(kind?: RateLimitKind): Record<string, string> {
  const reset = Math.floor(Date.now() / 1000) + RATE_LIMIT_SECONDS.primary;
  return {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': kind === 'primary' ? '0' : '4999',
    'x-ratelimit-used': kind === 'primary' ? '5000' : '1',
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
    ...(kind === 'secondary' && {
      'retry-after': String(RATE_LIMIT_SECONDS.secondary),
    }),
  };
}

/** What GitHub answers instead, the primary limit of GraphQL aside, which has status 200. */
export function limitedAnswer(
  kind: RateLimitKind,
  { graphql }: { graphql: boolean },
): RestAnswer {
  if (kind !== 'primary') {
    return restError(403, SECONDARY);
  }
  return graphql
    ? {
        status: 200,
        body: { errors: [{ type: 'RATE_LIMITED', message: PRIMARY }] },
      }
    : restError(403, PRIMARY);
}
