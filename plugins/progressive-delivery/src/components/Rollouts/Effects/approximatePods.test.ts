import { approximatePods } from './approximatePods';

describe('approximatePods', () => {
  it.each([
    { desired: 4, weight: 25, pods: 1 },
    { desired: 4, weight: 50, pods: 2 },
    { desired: 3, weight: 5, pods: 1 },
    { desired: 3, weight: 99, pods: 2 },
    { desired: 3, weight: 100, pods: 3 },
    { desired: 3, weight: 0, pods: 0 },
    { desired: 10, weight: 33, pods: 3 },
    { desired: 1, weight: 100, pods: 1 },
    { desired: 0, weight: 50, pods: 0 },
  ])(
    'makes $pods of $desired pods of a weight of $weight',
    ({ desired, weight, pods }) => {
      expect(approximatePods(desired, weight)).toBe(pods);
    },
  );
});
