import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { render } from '@testing-library/react';
import { Facts } from './Facts';

describe('Facts', () => {
  it.each([
    ['en', 'Stable, revision 3, 4m old'],
    ['zh', 'Stable、revision 3、4m old'],
  ])('separates what there is as %s does', (language, expected) => {
    const { container } = render(
      <TestApiProvider
        apis={[
          [
            appLanguageApiRef,
            mockApis.appLanguage({
              defaultLanguage: language,
              availableLanguages: [language],
            }),
          ],
        ]}
      >
        <Facts>
          <b>Stable</b>
          {false}
          {undefined}
          revision 3<i>4m old</i>
        </Facts>
      </TestApiProvider>,
    );
    expect(container).toHaveTextContent(expected);
    expect(container.querySelector('b')).toHaveTextContent('Stable');
  });

  it('separates those that may have commas by dots', () => {
    const { container } = render(
      <TestApiProvider apis={[[appLanguageApiRef, mockApis.appLanguage()]]}>
        <Facts dotted>
          <b>approved by ada, bob</b>
          {false}
          pending
        </Facts>
      </TestApiProvider>,
    );
    expect(container).toHaveTextContent('approved by ada, bob · pending');
  });
});
