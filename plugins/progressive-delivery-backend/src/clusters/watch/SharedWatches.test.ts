import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockServices } from '@backstage/backend-test-utils';
import { z } from 'zod/v4';
import { ApiServer } from './__testUtils__/ApiServer';
import { eventually } from './__testUtils__/eventually';
import { impatientTiming } from './__testUtils__/impatientTiming';
import { ClusterHealths } from './ClusterHealths';
import { SharedWatches, WatchLease } from './SharedWatches';
import { WatchTiming } from './watchTiming';

const PODS = '/api/v1/namespaces/shop/pods';
const place = { cluster: 'main', namespace: 'shop' };
const schema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
  color: z.string().optional(),
});
type Pod = z.infer<typeof schema>;

async function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let count = 0; count < 5; count++) {
    await new Promise(resolve => setTimeout(resolve, 5));
    collect();
  }
}

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('SharedWatches', () => {
  let server: ApiServer;
  let all: SharedWatches<Pod>[];
  let told: string[];

  const watchesWith = (
    timing: Partial<WatchTiming> = {},
    options: { fieldSelector?: string; keep?: (pod: Pod) => boolean } = {},
  ) => {
    const shared = {
      clusters: server.clusters(),
      timing: { ...impatientTiming, ...timing },
    };
    const watches = SharedWatches.create({
      ...shared,
      healths: ClusterHealths.create(shared),
      logger: mockServices.logger.mock(),
      resource: 'pods',
      schema,
      ...options,
    });
    all.push(watches);
    return watches;
  };
  const look = (watches: SharedWatches<Pod>, at: object = {}) =>
    watches.open(
      { ...place, ...at },
      {
        onChange: ({ before, after }) =>
          told.push(
            `${(after ?? before)?.metadata.name} ${
              before?.color ?? (before && '-') ?? 'new'
            } > ${after?.color ?? (after && '-') ?? 'gone'}`,
          ),
        onState: () => {},
      },
    );
  const pod = (name: string, color?: string) =>
    server.put(PODS, { metadata: { name }, color });
  const names = (lease: WatchLease<Pod>) =>
    lease.objects.all().map(({ metadata }) => metadata.name);
  const watched = async (lease: WatchLease<Pod>, count = 1) =>
    eventually(() => {
      expect(lease.state.state).toBe('live');
      expect(server.openWatches()).toBe(count);
    });
  const stale = async (lease: WatchLease<Pod>, message: RegExp) =>
    eventually(() =>
      expect(lease.state).toMatchObject({
        state: 'stale',
        error: expect.objectContaining({
          message: expect.stringMatching(message),
        }),
      }),
    );

  beforeEach(async () => {
    server = await ApiServer.start();
    all = [];
    told = [];
  });
  afterEach(async () => {
    await Promise.all(all.map(watches => watches.close()));
    await server.stop();
  });

  it('lists page by page, keeps what is in use, and then tells what changes', async () => {
    server.pageSize = 2;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      server.put(PODS, { metadata: { name }, big: 'x'.repeat(100) });
    }
    const lease = look(watchesWith());
    expect(lease.state).toEqual({ state: 'starting' });

    await watched(lease);
    expect(server.requests).toEqual([
      'list pods',
      'list pods',
      'list pods',
      'watch pods',
    ]);
    expect(names(lease)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(lease.objects.get('a')).toEqual({
      metadata: { name: 'a', uid: 'uid-of-a' },
    });
    expect(server.watchQuery.get('allowWatchBookmarks')).toBe('true');
    expect(server.watchQuery.get('timeoutSeconds')).toBe('30');

    told.length = 0;
    pod('a', 'red');
    pod('f', 'blue');
    server.delete(PODS, 'b');
    await eventually(() =>
      expect(told).toEqual(['a - > red', 'f new > blue', 'b - > gone']),
    );
    expect(names(lease)).toEqual(['c', 'd', 'e', 'a', 'f']);
  });

  it('opens one watch for all who look at the same place', async () => {
    const watches = watchesWith();
    const leases = Array.from({ length: 50 }, () => look(watches));
    await watched(leases[0]);
    look(watches, { namespace: 'else' });
    await eventually(() => expect(server.openWatches()).toBe(2));

    pod('a', 'red');
    await eventually(() => expect(told).toHaveLength(50));
    expect(server.count('list pods')).toBe(2);
  });

  it('watches one object alone where that is asked for', async () => {
    pod('a', 'red');
    pod('b', 'red');
    const lease = look(watchesWith(), { only: 'b' });
    await watched(lease);
    pod('a', 'blue');
    pod('b', 'blue');

    await eventually(() =>
      expect(told).toEqual(['b new > red', 'b red > blue']),
    );
  });

  it('watches only what is selected, and remembers of that only what is of interest', async () => {
    pod('a', 'red');
    pod('b', 'blue');
    server.put(PODS, { metadata: { name: 'c' }, color: 'red', kept: 'no' });
    const lease = look(
      watchesWith(
        {},
        {
          fieldSelector: 'color=red',
          keep: ({ metadata }) => metadata.name !== 'c',
        },
      ),
    );
    await watched(lease);
    expect(server.watchQuery.get('fieldSelector')).toBe('color=red');
    expect(names(lease)).toEqual(['a']);

    pod('c', 'red');
    pod('d', 'blue');
    pod('e', 'red');
    await eventually(() => expect(names(lease)).toEqual(['a', 'e']));
  });

  it('goes on for a while after the last has left, and then ends', async () => {
    const watches = watchesWith({ linger: 50 });
    const first = look(watches);
    await watched(first);
    first.close();
    const second = look(watches);
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(server.openWatches()).toBe(1);

    second.close();
    second.close();
    await eventually(() => expect(server.openWatches()).toBe(0));
    expect(watches.current(place)).toBeUndefined();
    expect(server.count('list pods')).toBe(1);
  });

  it('ends everything at once at the end', async () => {
    const watches = watchesWith({ linger: 60_000 });
    await watched(look(watches));
    await watches.close();
    await eventually(() => expect(server.openWatches()).toBe(0));
  });

  it('ends a watch that has been read from, long after it was begun', async () => {
    const watches = watchesWith();
    await watched(look(watches));
    pod('a', 'red');
    await eventually(() => expect(told).toEqual(['a new > red']));
    // What `fetch` follows its signal by is collected as garbage once it has answered (Node 22).
    await collectGarbage();
    await watches.close();
    await eventually(() => expect(server.openWatches()).toBe(0));
  }, 30_000);

  it.each([false, true])(
    'asks nothing any more after the end (a cluster that is gone: %s)',
    async down => {
      const watches = watchesWith({ probe: 5, probeLost: 5, linger: 60_000 });
      const lease = look(watches);
      look(watches, { namespace: 'else' });
      await watched(lease, 2);
      if (down) {
        server.down = true;
        await stale(lease, /ECONNREFUSED/);
      }
      lease.close();
      await watches.close();
      await new Promise(resolve => setTimeout(resolve, 20));
      const { probes } = server;
      const asked = server.requests.length;
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(server.probes).toBe(probes);
      expect(server.requests).toHaveLength(asked);
    },
  );

  it('does not wait for a slow list at the end', async () => {
    server.slow = new Promise(() => {});
    const watches = watchesWith();
    look(watches);
    await eventually(() => expect(server.requests).toEqual(['list pods']));
    await watches.close();
  });

  it('knows what is there only while it is being watched', async () => {
    pod('a');
    const watches = watchesWith();
    expect(watches.current(place)).toBeUndefined();
    const lease = look(watches);
    expect(watches.current(place)).toBeUndefined();
    await watched(lease);
    expect(watches.current(place)).toMatchObject({
      objects: [{ metadata: { name: 'a' } }],
      askedAt: expect.any(Date),
    });

    server.down = true;
    server.dropWatches();
    await stale(lease, /could not/);
    expect(watches.current(place)).toBeUndefined();
    expect(names(lease)).toEqual(['a']);
  });

  describe('when a watch ends', () => {
    it('goes on from where it was, without listing again, and with a fresh token', async () => {
      const lease = look(watchesWith());
      await watched(lease);
      pod('a', 'red');
      await eventually(() => expect(told).toEqual(['a new > red']));
      server.bookmark();
      const { authorization } = server;
      server.endWatches();
      await eventually(() => expect(server.count('watch pods')).toBe(2));
      pod('a', 'blue');

      await eventually(() =>
        expect(told).toEqual(['a new > red', 'a red > blue']),
      );
      expect(server.count('list pods')).toBe(1);
      expect(server.authorization).not.toBe(authorization);
    });

    it('takes a bookmark for where it was', async () => {
      const lease = look(watchesWith());
      await watched(lease);
      const before = server.watchQuery.get('resourceVersion');
      server.bookmark();
      server.endWatches();
      await eventually(() =>
        expect(Number(server.watchQuery.get('resourceVersion'))).toBe(
          Number(before) + 1,
        ),
      );
    });

    it('misses nothing that has happened in between', async () => {
      const lease = look(watchesWith());
      await watched(lease);
      server.dropWatches();
      pod('a', 'red');
      await eventually(() => expect(told).toEqual(['a new > red']));
      await watched(lease);
      expect(server.count('list pods')).toBe(1);
    });

    it('lists again where the past is forgotten (410), and tells what has gone', async () => {
      pod('a', 'red');
      pod('b', 'red');
      pod('c', 'red');
      const lease = look(watchesWith());
      await watched(lease);
      told.length = 0;
      server.silenceWatches();
      server.delete(PODS, 'a');
      pod('b', 'blue');
      server.compact();
      server.endWatches();

      await eventually(() =>
        expect(told).toEqual(['b red > blue', 'a red > gone']),
      );
      await watched(lease);
      expect(server.count('list pods')).toBe(2);
    });

    it('lists again where an event says so', async () => {
      const lease = look(watchesWith());
      await watched(lease);
      server.raw(
        '{"type":"ERROR","object":{"kind":"Status","code":410,"message":"too old"}}',
      );
      await eventually(() => expect(server.count('list pods')).toBe(2));
      await watched(lease);
    });

    it.each([
      ['a line that is no JSON', '{"type":"ADD'],
      ['an event that is none', '{"type":"SURPRISE","object":{}}'],
      ['an object without a name', '{"type":"ADDED","object":{"metadata":{}}}'],
    ])('lists again after %s', async (_, line) => {
      const lease = look(watchesWith());
      await watched(lease);
      server.raw(line);
      await eventually(() => expect(server.count('list pods')).toBe(2));
      await watched(lease);
      pod('a', 'red');
      await eventually(() => expect(told).toEqual(['a new > red']));
    });

    it('gives a watch up that does not end when it should', async () => {
      const lease = look(watchesWith({ watch: 40, grace: 10 }));
      await watched(lease);
      server.silenceWatches();
      pod('a', 'red');
      await eventually(() => expect(told).toEqual(['a new > red']));
    });

    it('does not ask all the time where watches are ended at once', async () => {
      const timing = { retry: { first: 40, longest: 40 } };
      const lease = look(watchesWith(timing));
      await watched(lease);
      const ending = setInterval(() => server.endWatches(), 1);
      await new Promise(resolve => setTimeout(resolve, 200));
      clearInterval(ending);
      expect(server.count('watch pods')).toBeLessThan(15);
      await watched(lease);
    });
  });

  describe('when the cluster is gone', () => {
    it('notices although the proxy tells nothing, and is there again as soon as it is', async () => {
      pod('a', 'red');
      const lease = look(watchesWith({ probe: 20 }));
      await watched(lease);
      const before = lease.state;
      server.silenceWatches();
      server.down = true;
      await stale(lease, /ECONNREFUSED/);
      expect(lease.state).toMatchObject({ observedAt: expect.any(Date) });
      expect(lease.state).not.toEqual(before);
      const asked = server.requests.length;
      await new Promise(resolve => setTimeout(resolve, 60));
      // It is only probed until it answers.
      expect(server.requests.length).toBeLessThanOrEqual(asked + 1);

      pod('a', 'blue');
      server.down = false;
      await eventually(() =>
        expect(told).toEqual(['a new > red', 'a red > blue']),
      );
      await watched(lease);
    });

    it('reads all anew, also where it is there again the next moment', async () => {
      pod('a', 'red');
      const lease = look(watchesWith({ probe: 20 }));
      await watched(lease);
      jest.spyOn(server.refusals, 'get').mockReturnValueOnce({ status: 503 });
      await eventually(() => expect(server.count('list pods')).toBe(2));
      await watched(lease);
    });

    it('watches anew, from where it was, when an answer is so late that it may have been away', async () => {
      pod('a', 'red');
      const lease = look(watchesWith({ probe: 10, probeTimeout: 20_000 }));
      await watched(lease);
      const looks = server.probes;
      await eventually(() => expect(server.probes).toBeGreaterThan(looks + 2));
      server.silenceWatches();
      pod('a', 'blue');
      // Late, however busy this machine is.
      server.slow = new Promise(resolve => setTimeout(resolve, 2_000));
      await eventually(() =>
        expect(told).toEqual(['a new > red', 'a red > blue']),
      );
      expect(lease.state.state).toBe('live');
      expect(server.count('list pods')).toBe(1);
    });

    it('does not wait for one that hangs', async () => {
      const lease = look(watchesWith({ probe: 10, probeTimeout: 30 }));
      await watched(lease);
      server.silenceWatches();
      server.hung = true;
      await stale(lease, /^Cluster main did not answer within 0\.03 s$/);
      pod('a', 'red');
      server.hung = false;
      await eventually(() => expect(told).toEqual(['a new > red']));
    });

    it('says so from the start, with nothing known', async () => {
      server.down = true;
      const lease = look(watchesWith());
      await stale(lease, /ECONNREFUSED/);
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(server.count('list pods')).toBeLessThanOrEqual(2);
      expect(lease.state).toMatchObject({ observedAt: undefined });

      server.down = false;
      await watched(lease);
    });

    it('is as fresh as the last answer while nothing changes', async () => {
      const lease = look(watchesWith({ probe: 10 }));
      await watched(lease);
      const { state } = lease;
      await eventually(() =>
        expect(
          lease.state.state === 'live' && lease.state.observedAt,
        ).not.toEqual(state.state === 'live' && state.observedAt),
      );
    });
  });

  describe('when it is refused', () => {
    it('lists again and again where it may not watch, and says so', async () => {
      pod('a', 'red');
      server.refusals.set('watch pods', { status: 403 });
      const watches = watchesWith();
      const lease = look(watches);
      await eventually(() =>
        expect(lease.state).toMatchObject({
          state: 'live',
          problem: expect.objectContaining({
            message: expect.stringMatching(
              /may not watch pods.*the verbs get, list, watch/,
            ),
          }),
        }),
      );
      expect(watches.current(place)).toBeUndefined();
      pod('a', 'blue');
      await eventually(() =>
        expect(told).toEqual(['a new > red', 'a red > blue']),
      );

      server.refusals.clear();
      await eventually(() => expect(server.openWatches()).toBe(1));
      pod('a', 'green');
      await eventually(() =>
        expect(lease.state).toMatchObject({ state: 'live' }),
      );
      await eventually(() => expect(lease.state).not.toHaveProperty('problem'));
    });

    it('lists again at once where a watch is refused for a moment, as by an API server that starts', async () => {
      server.refusals.set('watch pods', { status: 403 });
      const lease = look(
        watchesWith({ relist: 60_000, retry: { first: 200, longest: 200 } }),
      );
      await stale(lease, /may not watch pods/);
      server.refusals.clear();
      await watched(lease);
      expect(server.count('list pods')).toBe(2);
    });

    it.each([
      [403, /may not list pods/],
      [404, /does not have pods/],
      [500, /could not list pods/],
    ])('says why (%d), and tries again', async (status, message) => {
      server.refusals.set('list pods', { status });
      const lease = look(watchesWith());
      await stale(lease, message);
      server.refusals.clear();
      await watched(lease);
      expect(names(lease)).toEqual([]);
    });

    it('is one odd object only, and says so of that one', async () => {
      pod('a', 'red');
      server.put(PODS, { metadata: { name: 'odd' }, color: -1 });
      const watches = watchesWith();
      const lease = look(watches);
      await watched(lease);
      const odd = {
        name: 'odd',
        why: expect.stringMatching(/^color: Invalid input/),
      };
      expect(names(lease)).toEqual(['a']);
      expect(lease.objects.unreadable()).toEqual([odd]);
      expect(watches.current(place)).toMatchObject({ unreadable: [odd] });

      server.put(PODS, { metadata: { name: 'a' }, color: {} });
      pod('odd', 'blue');
      await eventually(() => expect(names(lease)).toEqual(['odd']));
      expect(lease.objects.whyUnreadable('a')).toMatch(/^color: /);
      expect(lease.objects.whyUnreadable('odd')).toBeUndefined();
      server.delete(PODS, 'a');
      await eventually(() => expect(lease.objects.unreadable()).toEqual([]));
      expect(server.count('list pods')).toBe(1);
    });

    it('keeps what it knew', async () => {
      pod('a', 'red');
      const lease = look(watchesWith());
      await watched(lease);
      server.refusals.set('list pods', { status: 403 });
      server.silenceWatches();
      server.compact();
      server.endWatches();
      await stale(lease, /may not list pods/);
      expect(names(lease)).toEqual(['a']);
      expect(lease.state).toMatchObject({ observedAt: expect.any(Date) });
    });
  });
});
