import {
  failedAnalysis,
  runningAnalysis,
} from '../../__testUtils__/analysisRun';
import {
  abortedRollout,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { isRelevantAnalysis } from './isRelevantAnalysis';

describe('isRelevantAnalysis', () => {
  it('is what the Rollout goes by now, until it has succeeded', () => {
    expect(isRelevantAnalysis(runningAnalysis, pausedRollout)).toBe(true);
    expect(
      isRelevantAnalysis(
        { ...runningAnalysis, phase: 'Successful' },
        pausedRollout,
      ),
    ).toBe(false);
  });

  it('is what has failed of the aborted revision, though it goes by none any more', () => {
    const earlier = { ...failedAnalysis, current: false };
    expect(isRelevantAnalysis(earlier, abortedRollout)).toBe(true);
    expect(
      isRelevantAnalysis({ ...earlier, revision: 1 }, abortedRollout),
    ).toBe(false);
    expect(isRelevantAnalysis(earlier, pausedRollout)).toBe(false);
  });
});
