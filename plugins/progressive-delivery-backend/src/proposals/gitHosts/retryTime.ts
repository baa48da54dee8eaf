/** Seconds to wait where a host that asks for fewer requests does not say how long. */
const DEFAULT_SECONDS = 60;
/** No host asks for more; what does is something else. */
const MOST_SECONDS = 24 * 3600;

/** When to ask again, ISO 8601, from a `Retry-After`: seconds, or a date. */
export function retryTime(retryAfter: string | null): string {
  const now = Date.now();
  const seconds = /^\d+$/.test(retryAfter ?? '')
    ? Number(retryAfter)
    : (Date.parse(retryAfter ?? '') - now) / 1000;
  return timeIn(
    Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_SECONDS,
  );
}

/** When a limit is lifted, ISO 8601, from seconds since 1970. */
export function resetTime(reset: string | null): string {
  const seconds = Number(reset) - Date.now() / 1000;
  return timeIn(
    reset && Number.isFinite(seconds) ? Math.max(1, seconds) : DEFAULT_SECONDS,
  );
}

function timeIn(seconds: number): string {
  return new Date(
    Date.now() + Math.min(seconds, MOST_SECONDS) * 1000,
  ).toISOString();
}
