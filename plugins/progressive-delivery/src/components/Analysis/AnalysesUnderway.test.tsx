import { screen, within } from '@testing-library/react';
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
          name: 'Last measurements of success-rate',
        }),
      ),
    ).toEqual(['Successful, [0.99]', 'Successful, [0.97]']);
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
