import { impatientTiming } from './__testUtils__/impatientTiming';
import { RestartGuess } from './RestartGuess';

describe('RestartGuess', () => {
  let guess: RestartGuess;

  beforeEach(() => {
    jest.useFakeTimers();
    guess = RestartGuess.create({
      timing: {
        ...impatientTiming,
        refusal: 5_000,
        retry: { first: 100, longest: 15_000 },
      },
    });
  });
  afterEach(() => jest.useRealTimers());

  it('wants all to be read anew once, after the cluster was away', () => {
    expect(guess.isLost).toBe(false);
    guess.lost();
    expect(guess.isLost).toBe(true);
    guess.recovered();
    expect(guess.isLost).toBe(false);
  });

  it('takes a refusal for a rule only after longer than a server takes to start', () => {
    expect(guess.refused()).toBe(false);
    jest.advanceTimersByTime(4_999);
    expect(guess.refused()).toBe(false);
    jest.advanceTimersByTime(1);
    expect(guess.refused()).toBe(true);
  });

  it.each(['accepted', 'recovered'] as const)(
    'counts refusals anew after %s',
    event => {
      guess.refused();
      jest.advanceTimersByTime(5_000);
      guess[event]();
      expect(guess.refused()).toBe(false);
    },
  );

  it.each(['suspected', 'recovered'] as const)(
    'hurries for a while after %s, and then no more',
    event => {
      expect(guess.countedFailures(9)).toBe(9);
      guess[event]();
      expect(guess.countedFailures(9)).toBe(2);
      expect(guess.countedFailures(1)).toBe(1);
      jest.advanceTimersByTime(15_000);
      expect(guess.countedFailures(9)).toBe(9);
    },
  );

  it('lets not all ask at the same moment', () => {
    expect(guess.turn(() => 0)).toBe(100);
    expect(guess.turn(() => 0.5)).toBe(150);
  });
});
