import { stepsAt } from '../../__testUtils__/rolloutStatus';
import { stepsSummary } from './stepsSummary';

describe('stepsSummary', () => {
  it('is at the first step at index 0, and done at none', () => {
    expect(
      stepsSummary({ steps: stepsAt(0), stepIndex: 0, aborted: false }),
    ).toEqual({ state: 'at', number: 1, count: 4 });
  });

  it('is done only when the index has passed the last step', () => {
    expect(
      stepsSummary({ steps: stepsAt(3), stepIndex: 3, aborted: false }),
    ).toEqual({ state: 'at', number: 4, count: 4 });
    expect(
      stepsSummary({ steps: stepsAt(4), stepIndex: 4, aborted: false }),
    ).toEqual({ state: 'done', count: 4 });
  });

  it('is at no step once aborted, whatever the index says', () => {
    expect(
      stepsSummary({ steps: stepsAt(0), stepIndex: 0, aborted: true }),
    ).toEqual({ state: 'aborted', count: 4 });
  });

  it('does not take the steps that a first revision skips for done', () => {
    const skipped = stepsAt(4).map(step => ({
      ...step,
      state: 'skipped' as const,
    }));
    expect(
      stepsSummary({ steps: skipped, stepIndex: 4, aborted: false }),
    ).toEqual({ state: 'skipped', count: 4 });
  });

  it('says nothing without steps', () => {
    expect(
      stepsSummary({ steps: [], stepIndex: undefined, aborted: false }),
    ).toEqual({ state: 'none' });
  });
});
