import { ListFormat, listFormat } from '../../texts/listFormat';
import { useLocale } from './useLocale';

/** Writes lists in the language that Backstage is in. */
export function useListFormat(): ListFormat {
  return listFormat(useLocale());
}
