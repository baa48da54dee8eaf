import { Duration, DurationLikeObject } from 'luxon';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of time by its two largest units, such as `4m 12s`; what is less than a second is `0s`. */
export function spanOf(seconds: number): string {
  return Object.entries(unitsOf(Math.max(0, Math.floor(seconds))))
    .map(([unit, amount]) =>
      Duration.fromObject({ [unit]: amount }).toHuman({
        unitDisplay: 'narrow',
      }),
    )
    .join(' ');
}

function unitsOf(seconds: number): DurationLikeObject {
  if (seconds < MINUTE) {
    return { seconds };
  }
  if (seconds < HOUR) {
    return { minutes: Math.floor(seconds / MINUTE), seconds: seconds % MINUTE };
  }
  if (seconds < DAY) {
    return {
      hours: Math.floor(seconds / HOUR),
      minutes: Math.floor((seconds % HOUR) / MINUTE),
    };
  }
  return {
    days: Math.floor(seconds / DAY),
    hours: Math.floor((seconds % DAY) / HOUR),
  };
}
