import { at, eventWith } from '../__testUtils__/objects';
import { EventObject } from '../objects/kinds/eventObject';
import { groupByOwner } from '../objects/groupByOwner';
import { workloadEvents } from './workloadEvents';

const of = (kind: string, uid: string, type = 'Warning') => ({
  involvedObject: { kind, name: `a-${kind}`, uid },
  type,
});
const told = (events: EventObject[], ...owned: string[]) => {
  const groups = groupByOwner(events);
  return workloadEvents('uid-of-rollout', owned, uid => groups.get(uid) ?? []);
};

describe('workloadEvents', () => {
  it('are all of the workload, and the warnings of what it owns, the latest first', () => {
    expect(
      told(
        [
          eventWith('RolloutPaused', 'paused', '10:00:05'),
          eventWith('Unhealthy', 'not ready', '10:00:10', {
            ...of('Pod', 'pod'),
            count: 7,
          }),
          eventWith('Pulled', 'pulled', '10:00:20', of('Pod', 'pod', 'Normal')),
          eventWith('Failed', 'of another', '10:00:20', of('Pod', 'other')),
        ],
        'pod',
      ),
    ).toEqual([
      {
        kind: 'Pod',
        name: 'a-Pod',
        type: 'Warning',
        reason: 'Unhealthy',
        message: 'not ready',
        count: 7,
        at: at('10:00:10'),
      },
      {
        kind: 'Rollout',
        name: 'web',
        type: 'Normal',
        reason: 'RolloutPaused',
        message: 'paused',
        count: 1,
        at: at('10:00:05'),
      },
    ]);
  });

  it('are at most twenty', () => {
    const events = Array.from({ length: 30 }, (_, index) =>
      eventWith('Scaled', `${index}`, `10:00:${10 + index}`),
    );
    const messages = told(events).map(({ message }) => message);
    expect(messages).toHaveLength(20);
    expect(messages[0]).toBe('29');
  });

  it('are read from newer recorders as well', () => {
    const series = eventWith('Failed', 'x', '10:00:00', {
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: '2026-03-01T10:00:00.123456Z',
      series: { count: 3, lastObservedTime: '2026-03-01T10:00:30.000000Z' },
    });
    expect(told([series])).toMatchObject([
      { count: 3, at: '2026-03-01T10:00:30.000000Z' },
    ]);
  });

  it('have no more of a message than a person reads', () => {
    const [{ message }] = told([
      eventWith('Failed', 'x'.repeat(2_000), '10:00:00'),
    ]);
    expect(message).toMatch(/^x{500}…$/);
  });
});
