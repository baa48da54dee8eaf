import { TimeFormat, timeFormat } from '../../time/timeFormat';
import { useLocale } from './useLocale';

/** Writes times and durations in the language that Backstage is in. */
export function useTimeFormat(): TimeFormat {
  return timeFormat(useLocale());
}
