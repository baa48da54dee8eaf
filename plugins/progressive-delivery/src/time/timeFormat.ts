import { DateTime } from 'luxon';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times and durations in the words and the order of one language. */
export interface TimeFormat {
  /** A span of time by its two largest units, such as `4m 12s`; what is less than a second is `0s`. */
  span: (seconds: number) => string;
  /** A duration to the second, such as `1h 5s`. */
  duration: (seconds: number) => string;
  /** When it is by the clock, with the date where that is another day's. `now` is in milliseconds since the epoch. */
  clockTime: (time: DateTime, now: number) => string;
  /** Date and time in full, with the time zone. */
  dateTime: (time: DateTime) => string;
  /** How long ago, in words: `3 minutes ago`. Undefined where it is no time. */
  ago: (time: DateTime) => string | undefined;
}

const formats = new Map<string, TimeFormat>();

/** @param locale - as of BCP 47, such as `de` or `en-GB` */
export function timeFormat(locale: string): TimeFormat {
  const made = formats.get(locale) ?? createTimeFormat(locale);
  formats.set(locale, made);
  return made;
}

function createTimeFormat(locale: string): TimeFormat {
  const [days, hours, minutes, seconds] = [
    'day',
    'hour',
    'minute',
    'second',
  ].map(
    unit =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        // In English the letters that kubectl has, too. In others these may be no abbreviations at all (German: "2 T").
        unitDisplay: /^en\b/.test(locale) ? 'narrow' : 'short',
      }),
  );
  return {
    span: total => {
      const whole = Math.max(0, Math.floor(total));
      if (whole < MINUTE) {
        return seconds.format(whole);
      }
      if (whole < HOUR) {
        return `${minutes.format(Math.floor(whole / MINUTE))} ${seconds.format(
          whole % MINUTE,
        )}`;
      }
      if (whole < DAY) {
        return `${hours.format(Math.floor(whole / HOUR))} ${minutes.format(
          Math.floor((whole % HOUR) / MINUTE),
        )}`;
      }
      return `${days.format(Math.floor(whole / DAY))} ${hours.format(
        Math.floor((whole % DAY) / HOUR),
      )}`;
    },
    duration: total => {
      const whole = Math.round(total);
      return (
        [
          { amount: Math.floor(whole / HOUR), unit: hours },
          { amount: Math.floor((whole % HOUR) / MINUTE), unit: minutes },
          { amount: whole % MINUTE, unit: seconds },
        ]
          .filter(({ amount }) => amount > 0)
          .map(({ amount, unit }) => unit.format(amount))
          .join(' ') || seconds.format(0)
      );
    },
    clockTime: (time, now) =>
      time.toLocaleString(
        time.hasSame(DateTime.fromMillis(now), 'day')
          ? DateTime.TIME_WITH_SECONDS
          : DateTime.DATETIME_SHORT_WITH_SECONDS,
        { locale },
      ),
    dateTime: time => time.toLocaleString(DateTime.DATETIME_FULL, { locale }),
    ago: time => time.toRelative({ locale }) ?? undefined,
  };
}
