import { DateTime } from 'luxon';

/** When it is by the clock, with the date where that is another day's. `now` is in milliseconds since the epoch. */
export function clockTime(time: DateTime, now: number): string {
  return time.toLocaleString(
    time.hasSame(DateTime.fromMillis(now), 'day')
      ? DateTime.TIME_WITH_SECONDS
      : DateTime.DATETIME_SHORT_WITH_SECONDS,
  );
}
