import { Coalescer } from './Coalescer';

describe('Coalescer', () => {
  let turns: string[];
  let coalescer: Coalescer;
  let startedAt: number;

  beforeEach(() => {
    jest.useFakeTimers();
    startedAt = Date.now();
    turns = [];
    coalescer = Coalescer.create({
      interval: 100,
      run: keys =>
        turns.push(`${Date.now() - startedAt}: ${keys.sort().join(' ')}`),
    });
  });
  afterEach(() => {
    coalescer.close();
    jest.useRealTimers();
  });

  const at = (milliseconds: number) =>
    jest.advanceTimersByTime(startedAt + milliseconds - Date.now());

  it('gives the first turn at once, to all that come together', () => {
    coalescer.add('a');
    coalescer.add('b');
    coalescer.add('a');
    expect(turns).toEqual([]);
    at(1);
    expect(turns).toEqual(['0: a b']);
  });

  it('gives no key more than one turn in a while, and never forgets one', () => {
    for (let time = 0; time <= 250; time += 10) {
      coalescer.add('a');
      at(time + 1);
    }
    at(1_000);
    expect(turns).toEqual(['0: a', '100: a', '200: a', '300: a']);
  });

  it('gives a turn that is weeks away when it is due, and does nothing until then', () => {
    const weeks = 600 * 3_600_000;
    const timers = jest.spyOn(global, 'setTimeout');
    coalescer.add('a', { after: weeks });
    at(1_000);
    expect(turns).toEqual([]);
    at(weeks - 1);
    expect(turns).toEqual([]);
    at(weeks);
    expect(turns).toEqual([`${weeks}: a`]);
    const waits = timers.mock.calls.map(([, wait = 0]) => wait);
    expect(waits.length).toBeLessThan(4);
    expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  });

  it('does not let one key wait for another', () => {
    coalescer.add('a');
    at(50);
    coalescer.add('a');
    coalescer.add('b');
    at(1_000);
    expect(turns).toEqual(['0: a', '50: b', '100: a']);
  });

  it('does not let wait what is urgent', () => {
    coalescer.add('a');
    at(10);
    coalescer.add('a');
    at(20);
    coalescer.add('a', { urgent: true });
    at(1_000);
    expect(turns).toEqual(['0: a', '20: a']);
  });

  it('lets wait what may be over soon', () => {
    coalescer.add('a', { after: 30 });
    at(1_000);
    expect(turns).toEqual(['30: a']);
  });

  it('gives no turn any more once it is closed', () => {
    coalescer.add('a');
    coalescer.close();
    at(1_000);
    expect(turns).toEqual([]);
  });
});
