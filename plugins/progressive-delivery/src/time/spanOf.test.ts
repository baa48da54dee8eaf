import { spanOf } from './spanOf';

describe('spanOf', () => {
  it.each([
    [0, '0s'],
    [0.9, '0s'],
    [59, '59s'],
    [60, '1m 0s'],
    [252, '4m 12s'],
    [3600, '1h 0m'],
    [90_061, '1d 1h'],
  ])('tells %d seconds as %s', (seconds, told) => {
    expect(spanOf(seconds)).toBe(told);
  });

  it('does not tell what is over as time that remains', () => {
    expect(spanOf(-5)).toBe('0s');
  });
});
