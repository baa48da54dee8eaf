import { FakeBrowser } from '../__testUtils__/FakeBrowser';
import {
  fakeConnection,
  targetMessages,
} from '../__testUtils__/FakeRolloutStreams';
import { problem } from '../__testUtils__/problem';
import { responseError } from '../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
} from '../__testUtils__/rolloutStatus';
import { entity, namesOf, RolloutPages } from './__testUtils__/RolloutPages';

describe('EntityRollouts', () => {
  let pages: RolloutPages;

  beforeEach(() => {
    pages = new RolloutPages();
  });
  afterEach(() => pages.end());

  const hidePage = (hidden: boolean) => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('has one stream for all components of a page, while any is there', async () => {
    const rollouts = pages.create();
    const [eu, us] = [pages.show(rollouts, 'eu'), pages.show(rollouts, 'us')];
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });
    await pages.pass();
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('us')).toMatchObject({ live: true });

    eu.hide();
    await pages.pass(10_000);
    expect(pages.openConnections()).toBe(1);

    us.hide();
    await pages.pass(9_999);
    pages.show(rollouts, 'eu');
    await pages.pass(1);
    expect(pages.api.streamRollouts).toHaveBeenCalledTimes(1);
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
  });

  it('ends the stream and forgets when nobody has looked for a while', async () => {
    const rollouts = pages.create();
    pages.show(rollouts).hide();
    await pages.pass(10_000);

    expect(pages.openConnections()).toBe(0);
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });
  });

  it('disturbs only those who show what has changed', async () => {
    const rollouts = pages.create();
    const [eu, us] = [pages.show(rollouts, 'eu'), pages.show(rollouts, 'us')];
    await pages.pass();
    const snapshot = rollouts.snapshot('us');
    eu.listener.mockClear();
    us.listener.mockClear();

    pages.sendTo(0, abortedRollout);
    await pages.pass();
    expect(eu.listener).toHaveBeenCalledTimes(1);
    expect(us.listener).not.toHaveBeenCalled();
    expect(rollouts.snapshot('us')).toBe(snapshot);

    pages.sendTo(0, structuredClone(abortedRollout));
    pages.api.connections[0].send();
    await pages.pass();
    expect(eu.listener).toHaveBeenCalledTimes(1);
  });

  it('tells those who follow a target although somebody else has looked at it already', async () => {
    const rollouts = pages.create();
    const [eu, us] = [pages.show(rollouts, 'eu'), pages.show(rollouts, 'us')];
    // As a summary of all targets does.
    eu.listener.mockImplementation(() => rollouts.snapshot('us'));
    await pages.pass();
    expect(rollouts.snapshot('us')).toMatchObject({ state: 'loaded' });
    expect(us.listener).toHaveBeenCalled();
  });

  it('shows what is there at once, unless a slow cluster keeps it waiting', async () => {
    const connection = fakeConnection();
    pages.api.streamRollouts.mockResolvedValueOnce(connection.batches);
    const rollouts = pages.create();
    pages.show(rollouts, 'eu');
    pages.show(rollouts, 'us');
    connection.send(
      ...targetMessages('eu', pages.api.rollouts),
      ...targetMessages('us', { ...pages.api.rollouts, rollouts: [] }),
    );
    await pages.pass(1_999);
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });

    await pages.pass(1);
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('us')).toEqual({ state: 'loading' });

    connection.send({ type: 'complete' });
    await pages.pass();
    expect(rollouts.snapshot('us')).toMatchObject({ live: true });
  });

  it('tells from when data is that is no longer kept up to date', async () => {
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    const heardAt = Date.now();
    await pages.pass(20_000);
    expect(rollouts.snapshot('eu')).toMatchObject({
      live: false,
      receivedAt: heardAt,
      failure: undefined,
    });
    await pages.pass(25_000);

    expect(rollouts.snapshot('eu')).toMatchObject({
      live: false,
      receivedAt: heardAt,
      failure: { reason: 'silent' },
      value: { observedAt: new Date(heardAt).toISOString() },
    });
  });

  it('tells of each target whether its cluster is being watched', async () => {
    const rollouts = pages.create();
    pages.show(rollouts, 'eu');
    pages.show(rollouts, 'us');
    await pages.pass();
    pages.api.connections[0].send({
      type: 'target',
      target: 'eu',
      state: 'stale',
      observedAt: '2026-01-01T00:00:00Z',
      problems: [problem('The cluster does not answer.')],
    });
    await pages.pass();

    expect(rollouts.snapshot('eu')).toMatchObject({
      live: false,
      receivedAt: Date.parse('2026-01-01T00:00:00Z'),
      failure: {
        reason: 'unwatched',
        problems: [problem('The cluster does not answer.')],
      },
    });
    expect(namesOf(rollouts, 'eu')).toHaveLength(1);
    expect(rollouts.snapshot('us')).toMatchObject({ live: true });
  });

  it('asks again and again where streams do not get through, for what is shown', async () => {
    pages.api.streamRollouts.mockRejectedValueOnce(
      await responseError(404, 'NotFoundError', 'No such route.'),
    );
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('eu')).toMatchObject({ live: false });

    await pages.pass(6_000);
    expect(pages.api.getRollouts).toHaveBeenCalledTimes(3);
    expect(pages.api.getRollouts.mock.calls[0][0]).toEqual({
      entity,
      target: 'eu',
    });

    await pages.pass(60_000);
    expect(rollouts.snapshot('eu')).toMatchObject({ live: true });
    const asked = pages.api.getRollouts.mock.calls.length;
    await pages.pass(10_000);
    expect(pages.api.getRollouts).toHaveBeenCalledTimes(asked);
  });

  it('asks for a target that the stream does not tell of', async () => {
    const rollouts = pages.create();
    pages.show(rollouts, 'eu');
    pages.show(rollouts, 'new');
    await pages.pass();

    expect(namesOf(rollouts, 'new')).toEqual(['agents-controllers Paused']);
    expect(
      pages.api.getRollouts.mock.calls.map(([{ target }]) => target),
    ).toEqual(['new']);
  });

  it('keeps what it asks for while the stream reconnects', async () => {
    const rollouts = pages.create();
    pages.show(rollouts, 'new');
    await pages.pass(6_000);
    const shown = ['agents-controllers Paused'];
    expect(namesOf(rollouts, 'new')).toEqual(shown);

    const asked = pages.api.getRollouts.mock.calls.length;
    pages.api.streamRollouts.mockRejectedValue(new TypeError('network error'));
    pages.api.connections[0].close();
    await pages.pass();
    expect(namesOf(rollouts, 'new')).toEqual(shown);
    await pages.pass(10_000);
    expect(namesOf(rollouts, 'new')).toEqual(shown);
    expect(pages.api.getRollouts.mock.calls.length).toBeGreaterThan(asked);
  });

  it('asks for what a stream that is held back has not told within 5 s', async () => {
    pages.api.streamRollouts.mockImplementation(
      async (_, options) => fakeConnection(options?.signal).batches,
    );
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass(4_900);
    expect(namesOf(rollouts)).toBe('loading');
    await pages.pass(200);
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('tells by how much the clock of the browser is ahead', async () => {
    const minutes = (count: number) => count * 60_000;
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    expect(rollouts.snapshot('eu')).toMatchObject({ clockAhead: 0 });

    pages.api.rollouts.observedAt = new Date(
      Date.now() - minutes(11),
    ).toISOString();
    const ahead = pages.create();
    pages.show(ahead);
    await pages.pass();
    expect(ahead.snapshot('eu')).toMatchObject({
      live: true,
      clockAhead: expect.closeTo(minutes(11), -4),
    });
  });

  it('leaves the stream while the page is hidden, and is back at once', async () => {
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    hidePage(true);
    await pages.pass(59_000);
    expect(pages.openConnections()).toBe(1);
    await pages.pass(1_000);
    expect(pages.openConnections()).toBe(0);

    pages.api.rollouts.rollouts = [abortedRollout];
    hidePage(false);
    await pages.pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Degraded']);
  });

  it('does not connect in a page that opens hidden', async () => {
    hidePage(true);
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    expect(pages.api.streamRollouts).not.toHaveBeenCalled();

    hidePage(false);
    await pages.pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('forgets what may no longer be seen, until somebody tries again', async () => {
    const rollouts = pages.create();
    pages.show(rollouts);
    await pages.pass();
    pages.api.streamRollouts.mockRejectedValueOnce(
      await responseError(401, 'AuthenticationError', 'Expired.'),
    );
    pages.api.connections[0].close();
    await pages.pass(120_000);
    expect(rollouts.snapshot('eu')).toEqual({
      state: 'failed',
      failure: { reason: 'signed-out' },
    });
    expect(pages.api.streamRollouts).toHaveBeenCalledTimes(2);

    rollouts.refresh();
    await pages.pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('forgets what was shown to another user, and asks as this one', async () => {
    const rollouts = pages.create(new FakeBrowser().tab());
    pages.show(rollouts);
    await pages.pass();
    pages.user = 'user:default/bob';
    pages.api.rollouts.rollouts = [deploymentStatus];
    await pages.pass(30_000);
    pages.api.connections[0].send();
    await pages.pass(30_000);

    expect(pages.api.connections[0].open).toBe(false);
    expect(pages.api.streamRollouts).toHaveBeenCalledTimes(2);
    expect(namesOf(rollouts)).toEqual(['agents Healthy']);
  });
});
