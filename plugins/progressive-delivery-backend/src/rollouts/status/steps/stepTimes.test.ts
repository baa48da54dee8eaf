import { at, eventWith, rolloutWith } from '../../__testUtils__/objects';
import { stepTimes } from './stepTimes';

const STEPS = [
  { setWeight: 10 },
  { pause: { duration: '1m' } },
  { setWeight: 50 },
  { pause: {} },
];

const started = (time = '10:00:00') =>
  eventWith('RolloutUpdated', 'Rollout updated to revision 2', time);
const completed = (step: number, time: string) =>
  eventWith(
    'RolloutStepCompleted',
    `Rollout step ${step}/4 completed (setWeight: 10)`,
    time,
  );
const aborted = (time: string) =>
  eventWith('RolloutAborted', 'Rollout aborted update to revision 2', time);

/** As a time of events, and as they are told. */
const iso = (time: string) => new Date(at(time)).toISOString();
const timesOf = (
  events: ReturnType<typeof eventWith>[],
  status: object = { currentStepIndex: 2 },
) => stepTimes(rolloutWith({ steps: STEPS, status }), events);
const told = ({ endedAt, startedAt }: ReturnType<ReturnType<typeof timesOf>>) =>
  [startedAt, endedAt].map(time => time && new Date(time).toISOString());

describe('stepTimes', () => {
  it('knows when each step was begun and done, and when the current one was begun', () => {
    const times = timesOf([
      started(),
      completed(1, '10:00:20'),
      completed(2, '10:01:20'),
    ]);
    expect(told(times(0, 'done'))).toEqual([iso('10:00:00'), iso('10:00:20')]);
    expect(told(times(1, 'done'))).toEqual([iso('10:00:20'), iso('10:01:20')]);
    expect(told(times(2, 'current'))).toEqual([iso('10:01:20'), undefined]);
    expect(times(3, 'waiting')).toEqual({});
  });

  it('has no time for what was skipped, and no beginning for the step after it', () => {
    const times = timesOf([
      started(),
      completed(1, '10:00:20'),
      completed(3, '10:01:20'),
    ]);
    expect(told(times(1, 'done'))).toEqual([iso('10:00:20'), undefined]);
    expect(told(times(2, 'done'))).toEqual([undefined, iso('10:01:20')]);
    expect(times(1, 'skipped')).toEqual({});
  });

  it('does not take what happened before the update, or before it was aborted, for its own', () => {
    const before = timesOf([completed(1, '09:30:00'), started()]);
    expect(told(before(0, 'done'))).toEqual([iso('10:00:00'), undefined]);

    const retried = timesOf([
      started(),
      completed(1, '10:00:20'),
      aborted('10:00:40'),
      completed(1, '10:05:00'),
    ]);
    // When it was retried is not recorded.
    expect(told(retried(0, 'done'))).toEqual([undefined, iso('10:05:00')]);
    expect(told(retried(1, 'current'))).toEqual([iso('10:05:00'), undefined]);
  });

  it('goes by the last time where edited steps have begun anew', () => {
    const times = timesOf([
      started(),
      completed(1, '10:00:20'),
      completed(2, '10:01:20'),
      completed(1, '10:03:00'),
    ]);
    expect(told(times(1, 'current'))).toEqual([iso('10:03:00'), undefined]);
  });

  it('knows when the step that it was aborted at was begun', () => {
    const times = timesOf(
      [started(), completed(1, '10:00:20'), aborted('10:00:40')],
      { abort: true, abortedAt: at('10:00:40'), currentStepIndex: 0 },
    );
    expect(told(times(1, 'failed'))).toEqual([iso('10:00:20'), undefined]);
  });

  it('says nothing once the event of the start has expired', () => {
    expect(timesOf([completed(1, '10:00:20')])(0, 'done')).toEqual({});
  });
});
