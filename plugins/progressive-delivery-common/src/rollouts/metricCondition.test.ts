import { measuredNumber, numberComparison } from './metricCondition';

describe('numberComparison', () => {
  it.each([
    ['result[0] >= 0.95', '>=', 0.95],
    ['result < 5', '<', 5],
    ['result==1', '==', 1],
    ['result[0] != 0', '!=', 0],
    ['default(result, 0) <= 0.5', '<=', 0.5],
    ['default(result,-1)>0', '>', 0],
    ['asFloat(result) > -1', '>', -1],
    ['asFloat(result[0]) <= .5', '<=', 0.5],
    ['  result [ 0 ]>= 1e-3\n', '>=', 0.001],
    ['asFloat ( result )\t< - 2.5', '<', -2.5],
  ])('is what %j asks for', (condition, operator, limit) => {
    expect(numberComparison(condition)).toEqual({ operator, limit });
  });

  it.each([
    undefined,
    '',
    'len(result) == 0 || result[0] > 1',
    'result[0] > 0.5 && result[0] < 0.9',
    'result[1] > 0.5',
    'result.errors < 3',
    'result[0] >= other',
    'result == "1"',
    'result == true',
    'result > = 1',
    'result >= 1 0',
    // Rounds what was measured.
    'asInt(result) >= 2',
    // None of these evaluates: `default` gives all that was measured, and has two parameters, where asFloat has one.
    'default(result[0], 0) <= 0.5',
    'default(result) < 1',
    'asFloat(result, 0) < 1',
    '{{args.limit}}',
  ])('is none of %j', condition => {
    expect(numberComparison(condition)).toBeUndefined();
  });

  it('takes its time only once', () => {
    const blanks = ' '.repeat(100_000);
    expect(
      numberComparison(`asFloat(${blanks}result${blanks})${blanks}<${blanks}-`),
    ).toBeUndefined();
  });
});

describe('measuredNumber', () => {
  it.each([
    ['0.97', 0.97],
    [' 0.97\n', 0.97],
    ['[0.97]', 0.97],
    ['[12, 13]', 12],
    ['[ 12,13]', 12],
    ['-3e2', -300],
    ['1e+06', 1_000_000],
  ])('takes %j for a number', (value, number) => {
    expect(measuredNumber(value)).toBe(number);
  });

  it.each([
    undefined,
    '',
    'NaN',
    '+Inf',
    '[NaN]',
    '[]',
    '"0.9"',
    '{"ok":true}',
    '[0.9',
    '[[1]]',
  ])('takes %j for none', value => {
    expect(measuredNumber(value)).toBeUndefined();
  });
});
