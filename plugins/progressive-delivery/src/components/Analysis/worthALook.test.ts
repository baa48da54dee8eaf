import {
  failedAnalysis,
  runningAnalysis,
} from '../../__testUtils__/analysisRun';
import {
  abortedRollout,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { worthALook } from './worthALook';

describe('worthALook', () => {
  it('is what the Rollout goes by now, until it has succeeded', () => {
    expect(worthALook(runningAnalysis, pausedRollout)).toBe(true);
    expect(
      worthALook({ ...runningAnalysis, phase: 'Successful' }, pausedRollout),
    ).toBe(false);
  });

  it('is what has failed of the aborted revision, though it goes by none any more', () => {
    const earlier = { ...failedAnalysis, current: false };
    expect(worthALook(earlier, abortedRollout)).toBe(true);
    expect(worthALook({ ...earlier, revision: 1 }, abortedRollout)).toBe(false);
    expect(worthALook(earlier, pausedRollout)).toBe(false);
  });
});
