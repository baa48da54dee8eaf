import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useLocale } from './useLocale';

describe('useLocale', () => {
  const appLanguage = mockApis.appLanguage({
    defaultLanguage: 'en',
    availableLanguages: ['de'],
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[appLanguageApiRef, appLanguage]]}>
      {children}
    </TestApiProvider>
  );

  it("is the language of Backstage, as the browser's user writes it, whatever else the browser speaks", async () => {
    jest
      .spyOn(navigator, 'languages', 'get')
      .mockReturnValue(['fr-FR', 'en-GB', 'en']);
    const { result } = renderHook(() => useLocale(), { wrapper });
    expect(result.current).toBe('en-GB');

    await act(async () => appLanguage.setLanguage('de'));
    expect(result.current).toBe('de');
  });

  it('is none of those that are no locales', () => {
    jest
      .spyOn(navigator, 'languages', 'get')
      .mockReturnValue(['en-US@posix', 'en-GB']);
    act(() => appLanguage.setLanguage('en'));
    const { result } = renderHook(() => useLocale(), { wrapper });
    expect(result.current).toBe('en-GB');
  });
});
