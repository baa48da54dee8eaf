import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useNow } from './useNow';
import { useTimeFormat } from '../texts/useTimeFormat';

/** Tells times from now on, renewed every second. Times are ISO 8601, as the backend tells them. */
export interface Clock {
  /** How long ago, such as `4m 12s`. */
  since: (time: string) => string;
  /** How long it is until then, such as `4m 12s`; absent once it is over. */
  until: (time: string) => string | undefined;
  /** When it is by the clock, with the date where that is another day's. */
  at: (time: string) => string;
}

export function useClock(): Clock {
  const now = useNow();
  const { clockTime, span } = useTimeFormat();
  return useMemo(
    () => ({
      since: time => span((now - Date.parse(time)) / 1000),
      until: time => {
        // Rounded up: what has not quite ended has not ended.
        const seconds = Math.ceil((Date.parse(time) - now) / 1000);
        return seconds > 0 ? span(seconds) : undefined;
      },
      at: time => clockTime(DateTime.fromISO(time), now),
    }),
    [now, clockTime, span],
  );
}
