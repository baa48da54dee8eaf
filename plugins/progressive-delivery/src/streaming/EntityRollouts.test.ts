import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { deliveryTarget } from '../__testUtils__/deliveryTarget';
import { FakeBrowser } from '../__testUtils__/FakeBrowser';
import { FakeProgressiveDeliveryApi } from '../__testUtils__/FakeProgressiveDeliveryApi';
import {
  fakeConnection,
  targetMessages,
} from '../__testUtils__/FakeRolloutStreams';
import { problem } from '../__testUtils__/problem';
import { responseError } from '../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
  pausedRollout,
} from '../__testUtils__/rolloutStatus';
import { EntityRollouts } from './EntityRollouts';
import { Tabs } from './Tabs';

const entity = { kind: 'Component', namespace: 'default', name: 'agents' };

describe('EntityRollouts', () => {
  let api: FakeProgressiveDeliveryApi;
  let user: string;
  let closing: Array<() => void>;
  const pass = (milliseconds = 0) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  const create = (tabs?: Tabs) =>
    EntityRollouts.create({
      api,
      identityApi: {
        getBackstageIdentity: async () => ({
          type: 'user',
          userEntityRef: user,
          ownershipEntityRefs: [],
        }),
      },
      tabs,
      entity,
    });

  const show = (rollouts: EntityRollouts, target = 'eu') => {
    const listener = jest.fn();
    const hide = rollouts.subscribe(target, listener);
    closing.push(hide);
    return { listener, hide };
  };

  const namesOf = (rollouts: EntityRollouts, target = 'eu') => {
    const snapshot = rollouts.snapshot(target);
    return snapshot.state === 'loaded'
      ? snapshot.value.rollouts.map(({ name, phase }) => `${name} ${phase}`)
      : snapshot.state;
  };

  const hidePage = (hidden: boolean) => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const openConnections = () =>
    api.connections.filter(({ open }) => open).length;

  const sendTo = (connection: number, status: RolloutStatus, target = 'eu') =>
    api.connections[connection].send({ type: 'workload', target, status });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(1);
    api = new FakeProgressiveDeliveryApi();
    api.targets = {
      targets: ['eu', 'us'].map(id => ({ ...deliveryTarget, id })),
      unusable: [],
    };
    api.rollouts.rollouts = [pausedRollout];
    user = 'user:default/ann';
    closing = [];
  });

  afterEach(async () => {
    closing.forEach(close => close());
    await pass(10_000);
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('has one stream for all components of a page, while any is there', async () => {
    const rollouts = create();
    const [eu, us] = [show(rollouts, 'eu'), show(rollouts, 'us')];
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });
    await pass();
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('us')).toMatchObject({ live: true });

    eu.hide();
    await pass(10_000);
    expect(openConnections()).toBe(1);

    us.hide();
    await pass(9_999);
    show(rollouts, 'eu');
    await pass(1);
    expect(api.streamRollouts).toHaveBeenCalledTimes(1);
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
  });

  it('ends the stream and forgets when nobody has looked for a while', async () => {
    const rollouts = create();
    show(rollouts).hide();
    await pass(10_000);

    expect(openConnections()).toBe(0);
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });
  });

  it('disturbs only those who show what has changed', async () => {
    const rollouts = create();
    const [eu, us] = [show(rollouts, 'eu'), show(rollouts, 'us')];
    await pass();
    const snapshot = rollouts.snapshot('us');
    eu.listener.mockClear();
    us.listener.mockClear();

    sendTo(0, abortedRollout);
    await pass();
    expect(eu.listener).toHaveBeenCalledTimes(1);
    expect(us.listener).not.toHaveBeenCalled();
    expect(rollouts.snapshot('us')).toBe(snapshot);

    sendTo(0, structuredClone(abortedRollout));
    api.connections[0].send();
    await pass();
    expect(eu.listener).toHaveBeenCalledTimes(1);
  });

  it('shows what is there at once, unless a slow cluster keeps it waiting', async () => {
    const connection = fakeConnection();
    api.streamRollouts.mockResolvedValueOnce(connection.batches);
    const rollouts = create();
    show(rollouts, 'eu');
    show(rollouts, 'us');
    connection.send(
      ...targetMessages('eu', api.rollouts),
      ...targetMessages('us', { ...api.rollouts, rollouts: [] }),
    );
    await pass(1_999);
    expect(rollouts.snapshot('eu')).toEqual({ state: 'loading' });

    await pass(1);
    expect(namesOf(rollouts, 'eu')).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('us')).toEqual({ state: 'loading' });

    connection.send({ type: 'complete' });
    await pass();
    expect(rollouts.snapshot('us')).toMatchObject({ live: true });
  });

  it('tells from when data is that is no longer kept up to date', async () => {
    const rollouts = create();
    show(rollouts);
    await pass();
    const heardAt = Date.now();
    await pass(20_000);
    expect(rollouts.snapshot('eu')).toMatchObject({
      live: false,
      receivedAt: heardAt,
      failure: undefined,
    });
    await pass(25_000);

    expect(rollouts.snapshot('eu')).toMatchObject({
      live: false,
      receivedAt: heardAt,
      failure: { reason: 'silent' },
      value: { observedAt: new Date(heardAt).toISOString() },
    });
  });

  it('tells of each target whether its cluster is being watched', async () => {
    const rollouts = create();
    show(rollouts, 'eu');
    show(rollouts, 'us');
    await pass();
    api.connections[0].send({
      type: 'target',
      target: 'eu',
      state: 'stale',
      observedAt: '2026-01-01T00:00:00Z',
      problems: [problem('The cluster does not answer.')],
    });
    await pass();

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
    api.streamRollouts.mockRejectedValueOnce(
      await responseError(404, 'NotFoundError', 'No such route.'),
    );
    const rollouts = create();
    show(rollouts);
    await pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
    expect(rollouts.snapshot('eu')).toMatchObject({ live: false });

    await pass(6_000);
    expect(api.getRollouts).toHaveBeenCalledTimes(3);
    expect(api.getRollouts.mock.calls[0][0]).toEqual({ entity, target: 'eu' });

    await pass(60_000);
    expect(rollouts.snapshot('eu')).toMatchObject({ live: true });
    const asked = api.getRollouts.mock.calls.length;
    await pass(10_000);
    expect(api.getRollouts).toHaveBeenCalledTimes(asked);
  });

  it('asks for a target that the stream does not tell of', async () => {
    const rollouts = create();
    show(rollouts, 'eu');
    show(rollouts, 'new');
    await pass();

    expect(namesOf(rollouts, 'new')).toEqual(['agents-controllers Paused']);
    expect(api.getRollouts.mock.calls.map(([{ target }]) => target)).toEqual([
      'new',
    ]);
  });

  it('keeps what it asks for while the stream reconnects', async () => {
    const rollouts = create();
    show(rollouts, 'new');
    await pass(6_000);
    const shown = ['agents-controllers Paused'];
    expect(namesOf(rollouts, 'new')).toEqual(shown);

    const asked = api.getRollouts.mock.calls.length;
    api.streamRollouts.mockRejectedValue(new TypeError('network error'));
    api.connections[0].close();
    await pass();
    expect(namesOf(rollouts, 'new')).toEqual(shown);
    await pass(10_000);
    expect(namesOf(rollouts, 'new')).toEqual(shown);
    expect(api.getRollouts.mock.calls.length).toBeGreaterThan(asked);
  });

  it('asks for what a stream that is held back has not told within 5 s', async () => {
    api.streamRollouts.mockImplementation(
      async (_, options) => fakeConnection(options?.signal).batches,
    );
    const rollouts = create();
    show(rollouts);
    await pass(4_900);
    expect(namesOf(rollouts)).toBe('loading');
    await pass(200);
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('tells by how much the clock of the browser is ahead', async () => {
    const minutes = (count: number) => count * 60_000;
    const rollouts = create();
    show(rollouts);
    await pass();
    expect(rollouts.snapshot('eu')).toMatchObject({ clockAhead: 0 });

    api.rollouts.observedAt = new Date(Date.now() - minutes(11)).toISOString();
    const ahead = create();
    show(ahead);
    await pass();
    expect(ahead.snapshot('eu')).toMatchObject({
      live: true,
      clockAhead: expect.closeTo(minutes(11), -4),
    });
  });

  it('leaves the stream while the page is hidden, and is back at once', async () => {
    const rollouts = create();
    show(rollouts);
    await pass();
    hidePage(true);
    await pass(59_000);
    expect(openConnections()).toBe(1);
    await pass(1_000);
    expect(openConnections()).toBe(0);

    api.rollouts.rollouts = [abortedRollout];
    hidePage(false);
    await pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Degraded']);
  });

  it('does not connect in a page that opens hidden', async () => {
    hidePage(true);
    const rollouts = create();
    show(rollouts);
    await pass();
    expect(api.streamRollouts).not.toHaveBeenCalled();

    hidePage(false);
    await pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('forgets what may no longer be seen, until somebody tries again', async () => {
    const rollouts = create();
    show(rollouts);
    await pass();
    api.streamRollouts.mockRejectedValueOnce(
      await responseError(401, 'AuthenticationError', 'Expired.'),
    );
    api.connections[0].close();
    await pass(120_000);
    expect(rollouts.snapshot('eu')).toEqual({
      state: 'failed',
      failure: { reason: 'signed-out' },
    });
    expect(api.streamRollouts).toHaveBeenCalledTimes(2);

    rollouts.refresh();
    await pass();
    expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']);
  });

  it('forgets what was shown to another user, and asks as this one', async () => {
    const rollouts = create(new FakeBrowser().tab());
    show(rollouts);
    await pass();
    user = 'user:default/bob';
    api.rollouts.rollouts = [deploymentStatus];
    await pass(30_000);
    api.connections[0].send();
    await pass(30_000);

    expect(api.connections[0].open).toBe(false);
    expect(api.streamRollouts).toHaveBeenCalledTimes(2);
    expect(namesOf(rollouts)).toEqual(['agents Healthy']);
  });

  describe('in several tabs', () => {
    let browser: FakeBrowser;

    const open = async () => {
      const tab = browser.tab();
      const rollouts = create(tab);
      const { hide } = show(rollouts);
      await pass();
      return {
        ...tab,
        rollouts,
        close: async () => {
          hide();
          await pass(10_000);
        },
      };
    };

    beforeEach(() => {
      browser = new FakeBrowser();
    });

    it('has one stream, which all show', async () => {
      const tabs = [await open(), await open(), await open()];
      expect(api.streamRollouts).toHaveBeenCalledTimes(1);
      tabs.forEach(({ rollouts }) =>
        expect(rollouts.snapshot('eu')).toMatchObject({ live: true }),
      );

      sendTo(0, abortedRollout);
      await pass();
      tabs.forEach(({ rollouts }) =>
        expect(namesOf(rollouts)).toEqual(['agents-controllers Degraded']),
      );
    });

    it('does not disturb those who are there when another opens', async () => {
      const [, second] = [await open(), await open()];
      const { listener } = show(second.rollouts);
      listener.mockClear();
      await open();

      expect(listener).not.toHaveBeenCalled();
    });

    it('goes on when the tab that has the stream closes', async () => {
      const [first, second, third] = [await open(), await open(), await open()];
      api.rollouts.rollouts = [deploymentStatus];
      await first.close();

      expect(api.streamRollouts).toHaveBeenCalledTimes(2);
      expect(openConnections()).toBe(1);
      [second, third].forEach(({ rollouts }) => {
        expect(namesOf(rollouts)).toEqual(['agents Healthy']);
        expect(rollouts.snapshot('eu')).toMatchObject({ live: true });
      });
    });

    it('ends with the last', async () => {
      const [first, second] = [await open(), await open()];
      await first.close();
      await second.close();

      expect(openConnections()).toBe(0);
    });

    it('is not up to date in any while the stream is broken', async () => {
      const tabs = [await open(), await open()];
      api.connections[0].fail(new Error('network error'));
      await pass();

      tabs.forEach(({ rollouts }) =>
        expect(rollouts.snapshot('eu')).toMatchObject({
          live: false,
          failure: { reason: 'failed', message: 'network error' },
        }),
      );
    });

    it('polls in all where streams do not get through', async () => {
      api.streamRollouts.mockRejectedValue(
        await responseError(404, 'NotFoundError', 'No such route.'),
      );
      const tabs = [await open(), await open()];

      tabs.forEach(({ rollouts }) =>
        expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']),
      );
      expect(api.streamRollouts).toHaveBeenCalledTimes(1);
    });

    it('is not shared with another user', async () => {
      await open();
      user = 'user:default/bob';
      await open();

      expect(openConnections()).toBe(2);
    });

    it('is refused to each tab on its own', async () => {
      const [first, second] = [await open(), await open()];
      api.streamRollouts.mockRejectedValueOnce(
        await responseError(401, 'AuthenticationError', 'Expired.'),
      );
      api.connections[0].close();
      await pass(1_000);

      expect(first.rollouts.snapshot('eu')).toEqual({
        state: 'failed',
        failure: { reason: 'signed-out' },
      });
      expect(second.rollouts.snapshot('eu')).toMatchObject({ live: true });
    });

    it('has a stream of its own where another tab is of another version', async () => {
      await open();
      const second = await open();
      browser
        .tab()
        .openChannel(
          'progressive-delivery user:default/ann component:default/agents',
          () => {},
        )
        .postMessage({ type: 'events', term: 1, events: 'newer' });
      await pass();

      expect(openConnections()).toBe(2);
      expect(second.rollouts.snapshot('eu')).toMatchObject({ live: true });
    });
  });
});
