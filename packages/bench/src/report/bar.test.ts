import { describeBar, holds } from './bar';

describe('a bar', () => {
  it.each([
    [{ atMost: 2 }, 2, true],
    [{ atMost: 2 }, 2.01, false],
    [{ atLeast: 2 }, 2, true],
    [{ atLeast: 2 }, 1.99, false],
    [{ exactly: 0 }, 0, true],
    [{ exactly: 0 }, 1, false],
  ])('%j for %d holds: %s', (bar, value, expected) => {
    expect(holds(value, bar)).toBe(expected);
  });

  it.each([{ atMost: 2 }, { atLeast: 2 }, { exactly: 2 }])(
    '%j does not hold for what could not be measured',
    bar => {
      expect(holds(NaN, bar)).toBe(false);
    },
  );

  it('is printed as a comparison', () => {
    expect(describeBar({ atMost: 0.5 })).toBe('<= 0.5');
    expect(describeBar({ atLeast: 10 })).toBe('>= 10');
    expect(describeBar({ exactly: 0 })).toBe('= 0');
  });
});
