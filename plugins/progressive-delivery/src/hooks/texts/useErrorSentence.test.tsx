import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { responseError } from '../../__testUtils__/responseError';
import { pageError } from '../../api/pageError';
import { useErrorSentence } from './useErrorSentence';

const wrapper = ({ children }: { children: ReactNode }) => (
  <TestApiProvider
    apis={[
      [translationApiRef, mockApis.translation()],
      [errorApiRef, mockApis.error()],
      [appLanguageApiRef, mockApis.appLanguage()],
    ]}
  >
    {children}
  </TestApiProvider>
);

const sentenceOf = (error: unknown) =>
  renderHook(() => useErrorSentence(), { wrapper }).result.current(error);

describe('what is shown of an error', () => {
  it('is the translation of what the page itself has noticed', () => {
    const error = Object.assign(
      pageError({ id: 'backendTimedOut', parameters: { seconds: 20 } }),
      { message: 'In English' },
    );
    expect(sentenceOf(error)).toBe('The backend did not answer within 20 s');
  });

  it('is the translation of what the backend says by its id', async () => {
    const error = await responseError(
      503,
      'ServiceUnavailableError',
      'In English',
      {
        problem: {
          id: 'clusterTimedOut',
          parameters: { cluster: 'production', seconds: 20 },
          text: 'In English',
        },
      },
    );
    expect(sentenceOf(error)).toBe(
      'Cluster production did not answer within 20 s',
    );
  });

  it('is what it says where that is all there is', async () => {
    expect(sentenceOf(await responseError(409, 'ConflictError', 'Look.'))).toBe(
      'Look.',
    );
    expect(sentenceOf(new Error('network error'))).toBe('network error');
    expect(sentenceOf('odd')).toBe('odd');
  });
});
