import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import {
  movingRollout,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { panelId } from '../../ui/panelId';
import { SummaryEntry } from '../Summary/summaryOf';
import { withEntries } from './standings';

const entry = (
  attention: SummaryEntry['attention'] & ('waiting' | 'moving'),
): SummaryEntry => ({
  about: 'workload',
  attention,
  target: deliveryTarget,
  rollout: attention === 'moving' ? movingRollout : pausedRollout,
  clockAhead: 0,
});

const ids = [
  panelId(deliveryTarget.id),
  panelId(deliveryTarget.id, pausedRollout),
];

describe('withEntries', () => {
  it('keeps what has needed somebody after it has settled, or moves only', () => {
    const waiting = withEntries(new Map(), [entry('waiting')]);
    expect(Object.fromEntries(waiting)).toEqual({
      [ids[0]]: 'needing',
      [ids[1]]: 'needing',
    });
    expect(withEntries(waiting, [entry('moving')])).toBe(waiting);
    expect(withEntries(waiting, [])).toBe(waiting);
  });

  it('notices when what has moved needs somebody', () => {
    const moving = withEntries(new Map(), [entry('moving')]);
    expect(moving.get(ids[1])).toBe('moving');
    expect(withEntries(moving, [entry('waiting')]).get(ids[1])).toBe('needing');
    expect(moving.get(ids[1])).toBe('moving');
  });

  it('knows of a target that cannot be read', () => {
    const standings = withEntries(new Map(), [
      {
        about: 'target',
        attention: 'unknown',
        target: deliveryTarget,
        state: 'unread',
      },
    ]);
    expect(Array.from(standings)).toEqual([[ids[0], 'needing']]);
  });
});
