import { eventually } from './__testUtils__/eventually';
import {
  names,
  place,
  PODS,
  PodWatches,
  stale,
} from './__testUtils__/PodWatches';

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('SharedWatches', () => {
  let scene: PodWatches;

  beforeEach(async () => {
    scene = await PodWatches.start();
  });
  afterEach(() => scene.stop());

  describe('when a watch ends', () => {
    it('goes on from where it was, without listing again, and with a fresh token', async () => {
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.pod('a', 'red');
      await eventually(() => expect(scene.told).toEqual(['a new > red']));
      scene.server.bookmark();
      const { authorization } = scene.server;
      scene.server.endWatches();
      await eventually(() => expect(scene.server.count('watch pods')).toBe(2));
      scene.pod('a', 'blue');

      await eventually(() =>
        expect(scene.told).toEqual(['a new > red', 'a red > blue']),
      );
      expect(scene.server.count('list pods')).toBe(1);
      expect(scene.server.authorization).not.toBe(authorization);
    });

    it('takes a bookmark for where it was', async () => {
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      const before = scene.server.watchQuery.get('resourceVersion');
      scene.server.bookmark();
      scene.server.endWatches();
      await eventually(() =>
        expect(Number(scene.server.watchQuery.get('resourceVersion'))).toBe(
          Number(before) + 1,
        ),
      );
    });

    it('misses nothing that has happened in between', async () => {
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.server.dropWatches();
      scene.pod('a', 'red');
      await eventually(() => expect(scene.told).toEqual(['a new > red']));
      await scene.watched(lease);
      expect(scene.server.count('list pods')).toBe(1);
    });

    it('lists again where the past is forgotten (410), and tells what has gone', async () => {
      scene.pod('a', 'red');
      scene.pod('b', 'red');
      scene.pod('c', 'red');
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.told.length = 0;
      scene.server.silenceWatches();
      scene.server.delete(PODS, 'a');
      scene.pod('b', 'blue');
      scene.server.compact();
      scene.server.endWatches();

      await eventually(() =>
        expect(scene.told).toEqual(['b red > blue', 'a red > gone']),
      );
      await scene.watched(lease);
      expect(scene.server.count('list pods')).toBe(2);
    });

    it('lists again where an event says so', async () => {
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.server.raw(
        '{"type":"ERROR","object":{"kind":"Status","code":410,"message":"too old"}}',
      );
      await eventually(() => expect(scene.server.count('list pods')).toBe(2));
      await scene.watched(lease);
    });

    it.each([
      ['a line that is no JSON', '{"type":"ADD'],
      ['an event that is none', '{"type":"SURPRISE","object":{}}'],
      ['an object without a name', '{"type":"ADDED","object":{"metadata":{}}}'],
    ])('lists again after %s', async (_, line) => {
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.server.raw(line);
      await eventually(() => expect(scene.server.count('list pods')).toBe(2));
      await scene.watched(lease);
      scene.pod('a', 'red');
      await eventually(() => expect(scene.told).toEqual(['a new > red']));
    });

    it('gives a watch up that does not end when it should', async () => {
      const lease = scene.look(scene.watchesWith({ watch: 40, grace: 10 }));
      await scene.watched(lease);
      scene.server.silenceWatches();
      scene.pod('a', 'red');
      await eventually(() => expect(scene.told).toEqual(['a new > red']));
    });

    it('does not ask all the time where watches are ended at once', async () => {
      const timing = { retry: { first: 40, longest: 40 } };
      const lease = scene.look(scene.watchesWith(timing));
      await scene.watched(lease);
      const ending = setInterval(() => scene.server.endWatches(), 1);
      await new Promise(resolve => setTimeout(resolve, 200));
      clearInterval(ending);
      expect(scene.server.count('watch pods')).toBeLessThan(15);
      await scene.watched(lease);
    });
  });

  describe('when the cluster is gone', () => {
    it('notices although the proxy tells nothing, and is there again as soon as it is', async () => {
      scene.pod('a', 'red');
      const lease = scene.look(scene.watchesWith({ probe: 20 }));
      await scene.watched(lease);
      const before = lease.state;
      scene.server.silenceWatches();
      scene.server.down = true;
      await stale(lease, /ECONNREFUSED/);
      expect(lease.state).toMatchObject({ observedAt: expect.any(Date) });
      expect(lease.state).not.toEqual(before);
      const asked = scene.server.requests.length;
      await new Promise(resolve => setTimeout(resolve, 60));
      // It is only probed until it answers.
      expect(scene.server.requests.length).toBeLessThanOrEqual(asked + 1);

      scene.pod('a', 'blue');
      scene.server.down = false;
      await eventually(() =>
        expect(scene.told).toEqual(['a new > red', 'a red > blue']),
      );
      await scene.watched(lease);
    });

    it('reads all anew, also where it is there again the next moment', async () => {
      scene.pod('a', 'red');
      const lease = scene.look(scene.watchesWith({ probe: 20 }));
      await scene.watched(lease);
      jest
        .spyOn(scene.server.refusals, 'get')
        .mockReturnValueOnce({ status: 503 });
      await eventually(() => expect(scene.server.count('list pods')).toBe(2));
      await scene.watched(lease);
    });

    it('watches anew, from where it was, when an answer is so late that it may have been away', async () => {
      scene.pod('a', 'red');
      const lease = scene.look(
        scene.watchesWith({ probe: 10, probeTimeout: 20_000 }),
      );
      await scene.watched(lease);
      const looks = scene.server.probes;
      await eventually(() =>
        expect(scene.server.probes).toBeGreaterThan(looks + 2),
      );
      scene.server.silenceWatches();
      scene.pod('a', 'blue');
      // Late, however busy this machine is.
      scene.server.slow = new Promise(resolve => setTimeout(resolve, 2_000));
      await eventually(() =>
        expect(scene.told).toEqual(['a new > red', 'a red > blue']),
      );
      expect(lease.state.state).toBe('live');
      expect(scene.server.count('list pods')).toBe(1);
    });

    it('does not wait for one that hangs', async () => {
      const lease = scene.look(
        scene.watchesWith({ probe: 10, probeTimeout: 30 }),
      );
      await scene.watched(lease);
      scene.server.silenceWatches();
      scene.server.hung = true;
      await stale(lease, /^Cluster main did not answer within 0\.03 s$/);
      scene.pod('a', 'red');
      scene.server.hung = false;
      await eventually(() => expect(scene.told).toEqual(['a new > red']));
    });

    it('says so from the start, with nothing known', async () => {
      scene.server.down = true;
      const lease = scene.look(scene.watchesWith());
      await stale(lease, /ECONNREFUSED/);
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(scene.server.count('list pods')).toBeLessThanOrEqual(2);
      expect(lease.state).toMatchObject({ observedAt: undefined });

      scene.server.down = false;
      await scene.watched(lease);
    });

    it('is as fresh as the last answer while nothing changes', async () => {
      const lease = scene.look(scene.watchesWith({ probe: 10 }));
      await scene.watched(lease);
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
      scene.pod('a', 'red');
      scene.server.refusals.set('watch pods', { status: 403 });
      const watches = scene.watchesWith();
      const lease = scene.look(watches);
      await eventually(() =>
        expect(lease.state).toMatchObject({
          state: 'live',
          problem: expect.objectContaining({
            message: expect.stringMatching(
              /not allowed to watch pods.*the verbs get, list, watch/,
            ),
          }),
        }),
      );
      expect(watches.current(place)).toBeUndefined();
      scene.pod('a', 'blue');
      await eventually(() =>
        expect(scene.told).toEqual(['a new > red', 'a red > blue']),
      );

      scene.server.refusals.clear();
      await eventually(() => expect(scene.server.openWatches()).toBe(1));
      scene.pod('a', 'green');
      await eventually(() =>
        expect(lease.state).toMatchObject({ state: 'live' }),
      );
      await eventually(() => expect(lease.state).not.toHaveProperty('problem'));
    });

    it('lists again at once where a watch is refused for a moment, as by an API server that starts', async () => {
      scene.server.refusals.set('watch pods', { status: 403 });
      const lease = scene.look(
        scene.watchesWith({
          relist: 60_000,
          retry: { first: 200, longest: 200 },
        }),
      );
      await stale(lease, /not allowed to watch pods/);
      scene.server.refusals.clear();
      await scene.watched(lease);
      expect(scene.server.count('list pods')).toBe(2);
    });

    it.each([
      [403, /not allowed to list pods/],
      [404, /does not have pods/],
      [500, /could not list pods/],
    ])('says why (%d), and tries again', async (status, message) => {
      scene.server.refusals.set('list pods', { status });
      const lease = scene.look(scene.watchesWith());
      await stale(lease, message);
      scene.server.refusals.clear();
      await scene.watched(lease);
      expect(names(lease)).toEqual([]);
    });

    it('is one odd object only, and says so of that one', async () => {
      scene.pod('a', 'red');
      scene.server.put(PODS, { metadata: { name: 'odd' }, color: -1 });
      const watches = scene.watchesWith();
      const lease = scene.look(watches);
      await scene.watched(lease);
      const odd = {
        name: 'odd',
        why: expect.stringMatching(/^color: Invalid input/),
      };
      expect(names(lease)).toEqual(['a']);
      expect(lease.objects.unreadable()).toEqual([odd]);
      expect(watches.current(place)).toMatchObject({ unreadable: [odd] });

      scene.server.put(PODS, { metadata: { name: 'a' }, color: {} });
      scene.pod('odd', 'blue');
      await eventually(() => expect(names(lease)).toEqual(['odd']));
      expect(lease.objects.whyUnreadable('a')).toMatch(/^color: /);
      expect(lease.objects.whyUnreadable('odd')).toBeUndefined();
      scene.server.delete(PODS, 'a');
      await eventually(() => expect(lease.objects.unreadable()).toEqual([]));
      expect(scene.server.count('list pods')).toBe(1);
    });

    it('keeps what it knew', async () => {
      scene.pod('a', 'red');
      const lease = scene.look(scene.watchesWith());
      await scene.watched(lease);
      scene.server.refusals.set('list pods', { status: 403 });
      scene.server.silenceWatches();
      scene.server.compact();
      scene.server.endWatches();
      await stale(lease, /not allowed to list pods/);
      expect(names(lease)).toEqual(['a']);
      expect(lease.state).toMatchObject({ observedAt: expect.any(Date) });
    });
  });
});
