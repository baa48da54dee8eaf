import { isSameQuantity } from './quantity';

describe('isSameQuantity', () => {
  it.each([
    ['1000m', '1'],
    ['1', 1],
    ['0.5', '500m'],
    [0.1, '100m'],
    ['1Gi', '1024Mi'],
    ['1.5Gi', '1536Mi'],
    ['1G', '1e9'],
    ['1E3', '1k'],
    ['-1', '-1000m'],
    ['.5', '0.50'],
  ])('%s is %s', (one, other) => {
    expect(isSameQuantity(one, other)).toBe(true);
  });

  it.each([
    ['1G', '1Gi'],
    ['1', '1m'],
    ['1M', '1m'],
    ['', ''],
    ['all', 'all'],
    ['1 Gi', '1Gi'],
    [true, 1],
    [undefined, undefined],
  ])('%s is not %s', (one, other) => {
    expect(isSameQuantity(one, other)).toBe(false);
  });
});
