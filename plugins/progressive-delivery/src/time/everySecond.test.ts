import { everySecond } from './everySecond';

describe('everySecond', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('calls all back by one timer, until each has ended it', () => {
    const one = jest.fn();
    const other = jest.fn();
    const endOne = everySecond(one);
    const endOther = everySecond(other);
    expect(jest.getTimerCount()).toBe(1);

    jest.advanceTimersByTime(1000);
    endOne();
    jest.advanceTimersByTime(1000);
    expect(one).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(2);

    endOther();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('begins anew after the last has ended', () => {
    everySecond(() => {})();
    const listener = jest.fn();
    const end = everySecond(listener);

    jest.advanceTimersByTime(1000);
    expect(listener).toHaveBeenCalledTimes(1);
    end();
  });
});
