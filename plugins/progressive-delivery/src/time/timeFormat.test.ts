import { DateTime } from 'luxon';
import { timeFormat } from './timeFormat';

describe('a span of time', () => {
  it.each([
    [0, '0s', '0 Sek.'],
    [0.9, '0s', '0 Sek.'],
    [59, '59s', '59 Sek.'],
    [60, '1m 0s', '1 Min. 0 Sek.'],
    [252, '4m 12s', '4 Min. 12 Sek.'],
    [3600, '1h 0m', '1 Std. 0 Min.'],
    [90_061, '1d 1h', '1 Tg. 1 Std.'],
  ])('of %d seconds is %s, in German %s', (seconds, english, german) => {
    expect(timeFormat('en').span(seconds)).toBe(english);
    expect(timeFormat('de').span(seconds)).toBe(german);
  });

  it('does not tell what is over as time that remains', () => {
    expect(timeFormat('en').span(-5)).toBe('0s');
  });
});

describe('a duration', () => {
  it.each([
    [0, '0s', '0 Sek.'],
    [600, '10m', '10 Min.'],
    [3605, '1h 5s', '1 Std. 5 Sek.'],
    [90_061, '25h 1m 1s', '25 Std. 1 Min. 1 Sek.'],
  ])('of %d seconds is %s, in German %s', (seconds, english, german) => {
    expect(timeFormat('en').duration(seconds)).toBe(english);
    expect(timeFormat('de').duration(seconds)).toBe(german);
  });
});

describe('a time', () => {
  const time = DateTime.local(2026, 3, 9, 14, 5, 6);
  const sameDay = DateTime.local(2026, 3, 9, 23, 0).toMillis();
  const nextDay = DateTime.local(2026, 3, 10, 0, 1).toMillis();
  // Between the time and AM or PM, by the version of ICU: a space, or a narrow one that does not break.
  const spaced = (text: string) => text.replace(/\s/gu, ' ');

  it('is that of the clock, with the date where that is another day', () => {
    expect(spaced(timeFormat('en').clockTime(time, sameDay))).toBe(
      '2:05:06 PM',
    );
    expect(spaced(timeFormat('en-GB').clockTime(time, nextDay))).toBe(
      '09/03/2026, 14:05:06',
    );
    expect(timeFormat('de').clockTime(time, sameDay)).toBe('14:05:06');
    expect(timeFormat('de').clockTime(time, nextDay)).toBe(
      '9.3.2026, 14:05:06',
    );
  });

  it('is written out with the month in words', () => {
    expect(timeFormat('de').dateTime(time)).toContain('9. März 2026');
  });

  it('is told as how long ago it was', () => {
    const before = DateTime.now().minus({ minutes: 3 });
    expect(timeFormat('en').ago(before)).toBe('3 minutes ago');
    expect(timeFormat('de').ago(before)).toBe('vor 3 Minuten');
    expect(timeFormat('de').ago(DateTime.fromISO('soon'))).toBeUndefined();
  });
});
