const SECONDS: Record<string, number> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/**
 * The seconds of a Go duration (`1h30m`), or of a number of seconds, also one that is written as text; `undefined` where
 * it is neither. Parts of a second are cut off, as `RolloutPause.DurationSeconds` does (argo-rollouts v1.10
 * pkg/apis/rollouts/v1alpha1/types.go).
 */
export function durationSeconds(duration: number | string): number | undefined {
  if (/^\d+$/.test(String(duration))) {
    return Number(duration);
  }
  const text = String(duration);
  if (
    !/^(\d+(\.\d*)?|\.\d+)(h|m|s|ms|us|µs|ns)((\d+(\.\d*)?|\.\d+)(h|m|s|ms|us|µs|ns))*$/.test(
      text,
    )
  ) {
    return undefined;
  }
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(
    /([\d.]+)(h|ms|us|µs|ns|m|s)/g,
  )) {
    seconds += Number(amount) * SECONDS[unit];
  }
  return Math.trunc(seconds);
}

/** So many seconds after a time, as ISO 8601; `undefined` where there is no time. */
export function secondsAfter(
  time: string | undefined,
  seconds: number,
): string | undefined {
  if (seconds === 0) {
    return time;
  }
  const start = Date.parse(time ?? '');
  return Number.isNaN(start)
    ? undefined
    : new Date(start + seconds * 1000).toISOString();
}
