import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import {
  adoptionObstacleSchema,
  comparisonSentenceSchema,
  failureSchema,
  problemSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useMessageText } from './useMessageText';

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

/** What is shown of a problem as a backend sends it. */
const shown = (sent: object) =>
  renderHook(() => useMessageText(), { wrapper }).result.current(
    'problem',
    problemSchema.parse(sent),
  );

/** Says texts where Backstage is in a language; the words stay English here, numbers and lists do not. */
const saidIn = (language: string) =>
  renderHook(() => useMessageText(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider
        apis={[
          [translationApiRef, mockApis.translation()],
          [errorApiRef, mockApis.error()],
          [
            appLanguageApiRef,
            mockApis.appLanguage({
              defaultLanguage: language,
              availableLanguages: [language],
            }),
          ],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  }).result.current;

describe('what is shown of a text within a text', () => {
  const sent = {
    id: 'cannotPreview',
    parameters: {
      because: {
        id: 'fileMissing',
        parameters: { file: 'apps/values.yaml' },
        text: 'In English, inside',
      },
    },
    text: 'In English, as a whole',
  };

  it('is its translation, by its id and parameters', () => {
    expect(shown(sent)).toBe('Cannot preview: apps/values.yaml does not exist');
  });

  it('is its English where a later version has brought its id', () => {
    const because = { ...sent.parameters.because, id: 'moonFull' };
    expect(shown({ ...sent, parameters: { because } })).toBe(
      'Cannot preview: In English, inside',
    );
  });

  it('is what the previous minor version sent, the English alone', () => {
    const because = 'apps/values.yaml does not exist';
    expect(shown({ ...sent, parameters: { because } })).toBe(
      'Cannot preview: apps/values.yaml does not exist',
    );
  });

  it('is of the concept that it is said to be', () => {
    const { result } = renderHook(() => useMessageText(), { wrapper });
    const obstacle = adoptionObstacleSchema.parse({
      id: 'replicasMissing',
      parameters: {
        object: 'Deployment web',
        values: {
          id: 'ownWith',
          parameters: { settings: ['a=1', 'b=2'] },
          text: 'In English, inside',
        },
      },
      text: 'In English, as a whole',
    });
    expect(result.current('adoptionObstacle', obstacle)).toBe(
      "With the switch on, Deployment web would have no number of replicas, with the chart's own values and a=1, b=2",
    );
  });

  it('is in the words of a tool where it is no sentence of ours', () => {
    const message = 'helm: no such chart';
    expect(
      shown({ id: 'renderFailed', parameters: { message }, text: '' }),
    ).toBe('Argo CD cannot render this overlay now: helm: no such chart');
  });
});

describe('what is shown of an answer of a Git host', () => {
  const said = problemSchema.parse({
    id: 'hostSaid',
    parameters: {
      problem: {
        id: 'hostRateLimited',
        parameters: {
          product: 'Gitea',
          host: 'git.example.com',
          account: {
            id: 'other',
            parameters: { name: 'robot' },
            text: 'In English, inside',
          },
          question: {
            id: 'openPullRequest',
            parameters: {},
            text: 'In English, inside',
          },
          repository: 'https://git.example.com/a.git',
          until: { time: '2026-11-29T10:00:00Z' },
        },
        text: 'In English, inside',
      },
      product: 'Gitea',
      said: 'slow down',
    },
    text: 'In English, as a whole',
  });

  it.each([
    ['en', /try again after .*2026.*10:00/],
    ['de', /try again after 29\..*2026.*10:00/],
  ])(
    'is put together of texts and a time, as %s writes it',
    (language, end) => {
      const text = saidIn(language)('problem', said);
      expect(text).toMatch(
        /^Gitea at git\.example\.com has had too many requests of the robot to open a pull request in https:\/\/git\.example\.com\/a\.git: try again after .* \(Gitea said: slow down\)$/,
      );
      expect(text).toMatch(end);
    },
  );
});

describe('what is shown of a number', () => {
  const failure = (steps: number, value: number) =>
    failureSchema.parse({
      id: 'canaryAtStep',
      parameters: {
        step: 3,
        steps,
        cause: {
          id: 'metricLimit',
          parameters: { metric: 'error-rate', value, operator: '<', limit: 5 },
          text: 'In English, inside',
        },
      },
      text: 'In English, as a whole',
    });

  it.each([
    ['en', '7.1'],
    ['de', '7,1'],
  ])('is what %s writes of a fraction', (language, written) => {
    expect(saidIn(language)('failure', failure(5, 7.1))).toBe(
      `Canary failed at step 3 of 5: metric error-rate was ${written}, expected < 5.`,
    );
  });
});

describe('what is shown of a list', () => {
  it.each([
    ['en', 'a, b, c'],
    ['zh', 'a、b、c'],
  ])('is what %s writes of it', (language, written) => {
    expect(
      saidIn(language)('step', {
        id: 'analysis',
        parameters: { templates: ['a', 'b', 'c'] },
        text: 'In English',
      }),
    ).toBe(`Run analysis ${written}`);
  });

  it('is in every language the same where it is to be copied', () => {
    expect(
      saidIn('de')('finding', {
        id: 'ignoredDifferencesLeft.code',
        parameters: {
          group: 'argoproj.io',
          replacedBy: 'Rollout',
          fields: ['a', 'b', 'c'],
        },
        text: 'In English',
      }),
    ).toBe('- group: argoproj.io\n  kind: Rollout\n  # a, b, c');
  });

  it('is grouped where it is an amount, also where it decides the plural', () => {
    expect(
      shown({
        id: 'watchLineTooLong',
        parameters: { characters: 1_000_000 },
        text: 'In English',
      }),
    ).toBe('A watch sent a line of more than 1,000,000 characters');
    const { result } = renderHook(() => useMessageText(), { wrapper });
    expect(
      result.current(
        'comparison',
        comparisonSentenceSchema.parse({
          id: 'moreDocumentsChange',
          parameters: { count: 4990 },
          text: 'In English',
        }),
      ),
    ).toBe('4,990 more manifests change.');
  });
});
