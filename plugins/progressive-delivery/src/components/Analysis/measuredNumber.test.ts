import { limitOf, measuredNumber } from './measuredNumber';

describe('measuredNumber', () => {
  it.each([
    ['0.97', 0.97],
    ['[0.97]', 0.97],
    ['[12, 13]', 12],
    ['-3e2', -300],
  ])('takes %s for a number', (value, number) => {
    expect(measuredNumber(value)).toBe(number);
  });

  it.each([
    undefined,
    '',
    'NaN',
    '[NaN]',
    '[]',
    '"0.9"',
    '{"ok":true}',
    '[0.9',
  ])('takes %s for none', value => {
    expect(measuredNumber(value)).toBeUndefined();
  });
});

describe('limitOf', () => {
  it.each([
    ['result[0] >= 0.95', 0.95],
    ['result < 5', 5],
    ['default(result[0], 0) <= 0.5', 0.5],
    ['asFloat(result) > -1', -1],
  ])('is that of %s', (condition, limit) => {
    expect(limitOf(condition)).toBe(limit);
  });

  it.each([
    undefined,
    'len(result) == 0 || result[0] > 1',
    'result[1] > 0.5',
    'result.errors < 3',
    'result[0] >= other',
  ])('is none of %s', condition => {
    expect(limitOf(condition)).toBeUndefined();
  });
});
