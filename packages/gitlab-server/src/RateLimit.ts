/**
 * What GitLab limits: requests of a user (Rack::Attack), which says when the limit is lifted, or those to one endpoint,
 * which does not.
 */
export type RateLimitKind = 'user' | 'endpoint';

/** Seconds until the limit of a user is lifted. */
export const RATE_LIMIT_SECONDS = 45;

export interface LimitedAnswer {
  headers: Record<string, string>;
  body: string;
}

/** What GitLab answers instead, with status 429. */
export function limitedAnswer(kind: RateLimitKind): LimitedAnswer {
  if (kind === 'endpoint') {
    const error =
      'This endpoint has been requested too many times. Try again later.';
    return {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: { error } }),
    };
  }
  const reset = Math.floor(Date.now() / 1000) + RATE_LIMIT_SECONDS;
  return {
    headers: {
      'content-type': 'text/plain',
      'ratelimit-name': 'throttle_authenticated_api',
      'ratelimit-limit': '120',
      'ratelimit-observed': '121',
      'ratelimit-remaining': '0',
      'ratelimit-reset': String(reset),
      'ratelimit-resettime': new Date(reset * 1000).toUTCString(),
    },
    body: 'Retry later\n',
  };
}
