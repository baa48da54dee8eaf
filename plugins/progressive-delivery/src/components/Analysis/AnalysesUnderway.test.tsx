import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedAnalysis,
  runningAnalysis,
} from '../../__testUtils__/analysisRun';
import {
  abortedRollout,
  inSeconds,
  movingRollout,
} from '../../__testUtils__/rolloutStatus';
import { itIs, showRollout, texts } from '../../__testUtils__/showRollout';

describe('AnalysesUnderway', () => {
  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows an analysis that runs, with what it measures', async () => {
    await showRollout({ ...movingRollout, analysisRuns: [runningAnalysis] });

    const run = screen.getByRole('group', {
      name: 'Analysis run agents-controllers-7f6b-2-1',
    });
    expect(run).toHaveTextContent(/^Running\s*Analysis of step 2/);
    expect(
      texts(
        within(run).getByRole('list', {
          name: 'Latest measurements of success-rate',
        }),
      ),
    ).toEqual(['Successful, [0.99]', 'Successful, [0.97]']);
  });

  describe('of what was measured', () => {
    const show = (metric: Partial<MetricStatus>) =>
      showRollout({
        ...movingRollout,
        analysisRuns: [
          {
            ...runningAnalysis,
            metrics: runningAnalysis.metrics.map(each => ({
              ...each,
              ...metric,
            })),
          },
        ],
      });

    it('draws the numbers against the condition, and says them to those who do not see it', async () => {
      await show({});
      const chart = await screen.findByRole('img', {
        name: 'success-rate: from 0.97 to 0.99, latest 0.97; threshold 0.95',
      });
      expect(chart.querySelectorAll('circle')).toHaveLength(2);
      // The later value is the lower one, and both are above the limit.
      const [first, second] = chart.querySelectorAll('circle');
      const heightOf = (mark: Element, attribute: string) =>
        Number(mark.getAttribute(attribute));
      expect(heightOf(first, 'cx')).toBeLessThan(heightOf(second, 'cx'));
      expect(heightOf(first, 'cy')).toBeLessThan(heightOf(second, 'cy'));
      expect(heightOf(second, 'cy')).toBeLessThan(
        heightOf(chart.querySelector('line')!, 'y1'),
      );
    });

    it('tells bad ones by another shape', async () => {
      await show({
        successCondition: undefined,
        measurements: [
          { phase: 'Successful', value: '0.99' },
          { phase: 'Failed', value: '0.4' },
        ],
      });
      const chart = await screen.findByRole('img', {
        name: 'success-rate: from 0.4 to 0.99, latest 0.4',
      });
      expect(chart.querySelectorAll('rect')).toHaveLength(1);
      expect(chart.querySelector('line')).toBeNull();
    });

    it.each([
      ['a single value', [{ phase: 'Successful' as const, value: '[0.99]' }]],
      [
        'what are no numbers',
        [
          { phase: 'Error' as const, value: 'NaN' },
          { phase: 'Successful' as const, value: '{"ok":true}' },
        ],
      ],
    ])('draws nothing of %s', async (_, measurements) => {
      await show({ measurements });
      expect(screen.queryByRole('img')).not.toBeInTheDocument();
    });

    it('lists the values, latest first, when they are asked for by keyboard', async () => {
      await show({
        measurements: [
          { phase: 'Successful', value: '[0.99]', at: inSeconds(-60) },
          {
            phase: 'Error',
            message: 'connection refused',
            at: inSeconds(-30),
          },
        ],
      });
      const button = screen.getByRole('button', {
        name: 'Values of success-rate',
      });
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      button.focus();
      await userEvent.keyboard('{Enter}');
      expect(button).toHaveAttribute('aria-expanded', 'true');
      const [, latest, first] = within(
        screen.getByRole('table', { name: 'Values of success-rate' }),
      ).getAllByRole('row');
      expect(latest).toHaveTextContent(/Error\s*connection refused$/);
      expect(first).toHaveTextContent(/\[0\.99\]\s*Successful$/);
    });
  });

  it.each(['Pending', 'Error', 'Inconclusive'] as const)(
    'has a picture and a word for an analysis that is %s',
    async phase => {
      await showRollout({
        ...movingRollout,
        analysisRuns: [{ ...runningAnalysis, phase, metrics: [] }],
      });
      const word = screen.getByText(phase);
      expect(word.previousElementSibling?.tagName).toBe('svg');
    },
  );

  it('shows an experiment that runs, its versions and its analyses', async () => {
    await showRollout({
      ...movingRollout,
      experiments: [
        {
          name: 'compare',
          current: true,
          stepIndex: 0,
          phase: 'Running',
          until: inSeconds(90),
          templates: [
            {
              name: 'baseline',
              status: 'Running',
              desired: 1,
              ready: 1,
              available: 1,
            },
          ],
          analysisRuns: undefined,
        },
      ],
    });
    const experiment = screen.getByRole('group', {
      name: 'Experiment compare',
    });
    expect(experiment).toHaveTextContent(
      /^Running\s*Experiment of step 1\s*ends in 1m 30s, at /,
    );
    expect(experiment).toHaveTextContent('baseline: 1 of 1 available, Running');
    expect(experiment).toHaveTextContent('Its analyses could not be read');
  });

  it('says once why an experiment has failed', async () => {
    const because = 'Metric "latency" assessed Failed';
    const region = await showRollout({
      ...abortedRollout,
      abort: { ...abortedRollout.abort, because },
      experiments: [
        {
          name: 'compare',
          current: false,
          revision: 2,
          phase: 'Failed',
          message: because,
          templates: [],
          analysisRuns: [{ ...failedAnalysis, message: because }],
        },
      ],
    });
    expect(
      screen.getByRole('group', { name: 'Experiment compare' }),
    ).toBeInTheDocument();
    expect(within(region).getAllByText(because)).toHaveLength(1);
  });
});
