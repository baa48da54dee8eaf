import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The locale of dates and numbers: the language that Backstage is in, as the browser's user writes it, so that English
 * in Britain has no American dates.
 */
export function useLocale(): string {
  const api = useApi(appLanguageApiRef);
  const language = useSyncExternalStore(
    useCallback(
      onChange => {
        const subscription = api.language$().subscribe(onChange);
        return () => subscription.unsubscribe();
      },
      [api],
    ),
    () => api.getLanguage().language,
  );
  return (
    [
      ...navigator.languages.filter(
        each => each === language || each.startsWith(`${language}-`),
      ),
      language,
    ].find(isLocale) ?? 'en'
  );
}

/** Browsers may have what is none, such as Chromium's `en-US@posix`, and so may the configuration of an app. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}
