import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventually } from './__testUtils__/eventually';
import {
  names,
  place,
  PODS,
  PodWatches,
  stale,
} from './__testUtils__/PodWatches';

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
  let scene: PodWatches;

  beforeEach(async () => {
    scene = await PodWatches.start();
  });
  afterEach(() => scene.stop());

  it('lists page by page, keeps what is in use, and then tells what changes', async () => {
    scene.server.pageSize = 2;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      scene.server.put(PODS, { metadata: { name }, big: 'x'.repeat(100) });
    }
    const lease = scene.look(scene.watchesWith());
    expect(lease.state).toEqual({ state: 'starting' });

    await scene.watched(lease);
    expect(scene.server.requests).toEqual([
      'list pods',
      'list pods',
      'list pods',
      'watch pods',
    ]);
    expect(names(lease)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(lease.objects.get('a')).toEqual({
      metadata: { name: 'a', uid: 'uid-of-a' },
    });
    expect(scene.server.watchQuery.get('allowWatchBookmarks')).toBe('true');
    expect(scene.server.watchQuery.get('timeoutSeconds')).toBe('30');

    scene.told.length = 0;
    scene.pod('a', 'red');
    scene.pod('f', 'blue');
    scene.server.delete(PODS, 'b');
    await eventually(() =>
      expect(scene.told).toEqual(['a - > red', 'f new > blue', 'b - > gone']),
    );
    expect(names(lease)).toEqual(['c', 'd', 'e', 'a', 'f']);
  });

  it('opens one watch for all who look at the same place', async () => {
    const watches = scene.watchesWith();
    const leases = Array.from({ length: 50 }, () => scene.look(watches));
    await scene.watched(leases[0]);
    scene.look(watches, { namespace: 'else' });
    await eventually(() => expect(scene.server.openWatches()).toBe(2));

    scene.pod('a', 'red');
    await eventually(() => expect(scene.told).toHaveLength(50));
    expect(scene.server.count('list pods')).toBe(2);
  });

  it('watches one object alone where that is asked for', async () => {
    scene.pod('a', 'red');
    scene.pod('b', 'red');
    const lease = scene.look(scene.watchesWith(), { only: 'b' });
    await scene.watched(lease);
    scene.pod('a', 'blue');
    scene.pod('b', 'blue');

    await eventually(() =>
      expect(scene.told).toEqual(['b new > red', 'b red > blue']),
    );
  });

  it('tells objects of all namespaces apart, whatever their names', async () => {
    const everywhere = '/api/v1/pods';
    const put = (namespace: string, color: string) =>
      scene.server.put(everywhere, {
        metadata: { name: 'web', namespace, uid: `web-in-${namespace}` },
        color,
      });
    put('shop', 'red');
    const lease = scene.look(scene.watchesWith(), { namespace: undefined });
    await scene.watched(lease);
    put('blog', 'blue');
    await eventually(() => expect(lease.objects.all()).toHaveLength(2));
    expect(lease.objects.get('shop/web')).toMatchObject({ color: 'red' });
    expect(lease.objects.get('blog/web')).toMatchObject({ color: 'blue' });

    scene.server.delete(everywhere, 'shop/web');
    await eventually(() =>
      expect(lease.objects.get('shop/web')).toBeUndefined(),
    );
    expect(lease.objects.get('blog/web')).toBeDefined();
  });

  it('watches only what is selected, and remembers of that only what is of interest', async () => {
    scene.pod('a', 'red');
    scene.pod('b', 'blue');
    scene.server.put(PODS, {
      metadata: { name: 'c' },
      color: 'red',
      kept: 'no',
    });
    const lease = scene.look(
      scene.watchesWith(
        {},
        {
          fieldSelector: 'color=red',
          keep: ({ metadata }) => metadata.name !== 'c',
        },
      ),
    );
    await scene.watched(lease);
    expect(scene.server.watchQuery.get('fieldSelector')).toBe('color=red');
    expect(names(lease)).toEqual(['a']);

    scene.pod('c', 'red');
    scene.pod('d', 'blue');
    scene.pod('e', 'red');
    await eventually(() => expect(names(lease)).toEqual(['a', 'e']));
  });

  it('goes on for a while after the last has left, and then ends', async () => {
    const watches = scene.watchesWith({ linger: 50 });
    const first = scene.look(watches);
    await scene.watched(first);
    first.close();
    const second = scene.look(watches);
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(scene.server.openWatches()).toBe(1);

    second.close();
    second.close();
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
    expect(watches.current(place)).toBeUndefined();
    expect(scene.server.count('list pods')).toBe(1);
  });

  it('ends everything at once at the end', async () => {
    const watches = scene.watchesWith({ linger: 60_000 });
    await scene.watched(scene.look(watches));
    await watches.close();
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
  });

  it('ends a watch that has been read from, long after it was begun', async () => {
    const watches = scene.watchesWith();
    await scene.watched(scene.look(watches));
    scene.pod('a', 'red');
    await eventually(() => expect(scene.told).toEqual(['a new > red']));
    // What `fetch` follows its signal by is collected as garbage once it has answered (Node 22).
    await collectGarbage();
    await watches.close();
    await eventually(() => expect(scene.server.openWatches()).toBe(0));
  }, 30_000);

  it.each([false, true])(
    'asks nothing any more after the end (a cluster that is gone: %s)',
    async down => {
      const watches = scene.watchesWith({
        probe: 5,
        probeLost: 5,
        linger: 60_000,
      });
      const lease = scene.look(watches);
      scene.look(watches, { namespace: 'else' });
      await scene.watched(lease, 2);
      if (down) {
        scene.server.down = true;
        await stale(lease, /ECONNREFUSED/);
      }
      lease.close();
      await watches.close();
      await new Promise(resolve => setTimeout(resolve, 20));
      const { probes } = scene.server;
      const asked = scene.server.requests.length;
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(scene.server.probes).toBe(probes);
      expect(scene.server.requests).toHaveLength(asked);
    },
  );

  it('does not wait for a slow list at the end', async () => {
    scene.server.slow = new Promise(() => {});
    const watches = scene.watchesWith();
    scene.look(watches);
    await eventually(() =>
      expect(scene.server.requests).toEqual(['list pods']),
    );
    await watches.close();
  });

  it('knows what is there only while it is being watched', async () => {
    scene.pod('a');
    const watches = scene.watchesWith();
    expect(watches.current(place)).toBeUndefined();
    const lease = scene.look(watches);
    expect(watches.current(place)).toBeUndefined();
    await scene.watched(lease);
    expect(watches.current(place)).toMatchObject({
      objects: [{ metadata: { name: 'a' } }],
      askedAt: expect.any(Date),
    });

    scene.server.down = true;
    scene.server.dropWatches();
    await stale(lease, /could not/);
    expect(watches.current(place)).toBeUndefined();
    expect(names(lease)).toEqual(['a']);
  });
});
