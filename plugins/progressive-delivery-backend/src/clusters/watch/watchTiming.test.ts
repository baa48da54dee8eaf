import { retryDelay } from './watchTiming';

describe('retryDelay', () => {
  const retry = { first: 100, longest: 15_000 };

  it('does not wait where nothing has failed', () => {
    expect(retryDelay(0, retry)).toBe(0);
  });

  it('doubles up to the longest', () => {
    expect(
      [1, 2, 3, 8, 9, 1_000].map(count => retryDelay(count, retry, () => 1)),
    ).toEqual([100, 200, 400, 12_800, 15_000, 15_000]);
  });

  it('is half by chance, so that not all come at the same time', () => {
    expect(retryDelay(3, retry, () => 0)).toBe(200);
    expect(retryDelay(3, retry, () => 0.5)).toBe(300);
  });
});
