import { pausedRollout, stepsAt } from '../../../__testUtils__/rolloutStatus';
import { stepsSummary } from './stepsSummary';

const [second, first] = pausedRollout.revisions;

const summaryOf = (
  rollout: Omit<Parameters<typeof stepsSummary>[0], 'revisions'>,
  revisions = [second],
) => stepsSummary({ ...rollout, revisions });

describe('stepsSummary', () => {
  it('is at the first step at index 0, and done at none', () => {
    expect(
      summaryOf({ steps: stepsAt(0), stepIndex: 0, aborted: false }),
    ).toEqual({ state: 'at', number: 1, count: 4 });
  });

  it('is done only when the index has passed the last step', () => {
    expect(
      summaryOf({ steps: stepsAt(3), stepIndex: 3, aborted: false }),
    ).toEqual({ state: 'at', number: 4, count: 4 });
    expect(
      summaryOf({ steps: stepsAt(4), stepIndex: 4, aborted: false }),
    ).toEqual({ state: 'done', count: 4 });
  });

  it('is at no step once aborted, whatever the index says', () => {
    expect(
      summaryOf({ steps: stepsAt(0), stepIndex: 0, aborted: true }),
    ).toEqual({ state: 'aborted', count: 4 });
  });

  describe('does not take for done what is skipped', () => {
    const skippingFrom = (index: number) =>
      stepsAt(4).map((step, position) =>
        position < index ? step : { ...step, state: 'skipped' as const },
      );
    const through = { stepIndex: 4, aborted: false };

    it('by the first revision', () => {
      expect(
        summaryOf({ ...through, steps: skippingFrom(0) }, [first]),
      ).toEqual({ state: 'skipped', skipped: 4, count: 4, isFirst: true });
    });

    it.each([
      ['by a rollback', [second]],
      ['by a full promotion', [second, first]],
      ['by what is not known', []],
    ])('%s', (_, revisions) => {
      expect(
        summaryOf({ ...through, steps: skippingFrom(0) }, revisions),
      ).toEqual({ state: 'skipped', skipped: 4, count: 4, isFirst: false });
    });

    it('after some that were done', () => {
      expect(
        summaryOf({ ...through, steps: skippingFrom(1) }, [second, first]),
      ).toEqual({ state: 'skipped', skipped: 3, count: 4, isFirst: false });
    });
  });

  it('says nothing without steps', () => {
    expect(
      summaryOf({ steps: [], stepIndex: undefined, aborted: false }),
    ).toEqual({ state: 'none' });
  });
});
