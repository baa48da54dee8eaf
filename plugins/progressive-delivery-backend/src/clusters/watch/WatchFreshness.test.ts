import { WatchFreshness } from './WatchFreshness';

describe('WatchFreshness', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
  const away = new Error('away');
  let health: { confirmedAt: Date | undefined };
  let onState: jest.Mock;
  let freshness: WatchFreshness;

  beforeEach(() => {
    health = { confirmedAt: undefined };
    onState = jest.fn();
    freshness = WatchFreshness.create({ health, onState });
  });

  it('begins with nothing, and fails without a time', () => {
    expect(freshness.state).toEqual({ state: 'starting' });
    freshness.fail(away);
    expect(freshness.state).toEqual({ state: 'stale', error: away });
    expect(onState).toHaveBeenCalledTimes(1);
  });

  it('is as fresh as the last answer of its cluster', () => {
    freshness.listed(at(10));
    health.confirmedAt = at(5);
    expect(freshness.state).toEqual({ state: 'live', observedAt: at(10) });
    health.confirmedAt = at(20);
    expect(freshness.state).toEqual({ state: 'live', observedAt: at(20) });
  });

  it('stays as it was when the cluster last answered, or when the watch was last heard of', () => {
    freshness.listed(at(10));
    health.confirmedAt = at(20);
    freshness.fail(away);
    health.confirmedAt = at(30);
    const stale = { state: 'stale', error: away };
    expect(freshness.state).toEqual({ ...stale, observedAt: at(20) });

    freshness.listed(at(10));
    freshness.fail(away, { since: 'lastHeard' });
    expect(freshness.state).toEqual({ ...stale, observedAt: at(10) });
  });

  it('is no fresher than its list where it may not be watched, and says why', () => {
    freshness.listed(at(10));
    health.confirmedAt = at(20);
    freshness.refused(away);
    const listed = { state: 'live', observedAt: at(10), problem: away };
    expect(freshness.state).toEqual(listed);
    freshness.watched();
    expect(freshness.state).toEqual({ state: 'live', observedAt: at(20) });
  });

  it('recovers as soon as something is heard, and says so once', () => {
    freshness.listed(at(10));
    freshness.fail(away);
    onState.mockClear();
    freshness.heard();
    freshness.recover();
    expect(freshness.state).toMatchObject({ state: 'live' });
    expect(onState).toHaveBeenCalledTimes(1);
  });
});
