import { durationSeconds, secondsAfter } from './duration';

describe('durationSeconds', () => {
  it('takes numbers for seconds, also as text', () => {
    expect([30, '30', '0'].map(durationSeconds)).toEqual([30, 30, 0]);
  });

  it('reads Go durations, and cuts off parts of a second', () => {
    expect(
      ['1h30m', '1.5h', '90s', '2m0.9s', '1500ms', '999ms', '.5h', '3us'].map(
        durationSeconds,
      ),
    ).toEqual([5400, 5400, 90, 120, 1, 0, 1800, 0]);
  });

  it('does not guess what is neither', () => {
    expect(['1d', '', 'h', '-5s', '5 s', '1h30'].map(durationSeconds)).toEqual(
      Array(6).fill(undefined),
    );
  });
});

describe('secondsAfter', () => {
  it('is a time so much later, and none after no time', () => {
    expect(secondsAfter('2026-03-01T10:00:00Z', 90)).toBe(
      '2026-03-01T10:01:30.000Z',
    );
    expect(secondsAfter('2026-03-01T10:00:00Z', 0)).toBe(
      '2026-03-01T10:00:00Z',
    );
    expect(secondsAfter(undefined, 90)).toBeUndefined();
    expect(secondsAfter('soon', 90)).toBeUndefined();
  });
});
