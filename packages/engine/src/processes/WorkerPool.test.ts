import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import obedientWorker, { Order } from './__testUtils__/obedientWorker';
import { WorkerPool } from './WorkerPool';

const MEBIBYTE = 1024 * 1024;

// A thread that reads TypeScript takes its time to start.
jest.setTimeout(60_000);

describe('WorkerPool', () => {
  const pools: WorkerPool[] = [];
  const create = ({
    timeLimit = 30_000,
    file = obedientWorker.file,
    threads = 1,
  } = {}) => {
    const pool = WorkerPool.create({ threads, memoryLimit: 64 * MEBIBYTE });
    pools.push(pool);
    return {
      ask: (order: Order, signal?: AbortSignal) =>
        pool.run<Order, unknown>({ file }, order, { timeLimit, signal }),
      close: () => pool.close(),
    };
  };
  let thread: ReturnType<typeof create>;

  beforeEach(() => {
    thread = create();
  });

  afterEach(async () => {
    await Promise.all(pools.splice(0).map(pool => pool.close()));
  });

  it('answers while another question keeps a thread busy', async () => {
    const several = create({ threads: 2, timeLimit: 3_000 });
    const hanging = several.ask({ do: 'hang' }).catch(String);
    expect(await several.ask({ do: 'echo', value: 'here' })).toBe('here');
    expect(await hanging).toContain('was ended');
  });

  it('fails for who waits when it is closed, and starts again for who asks afterwards', async () => {
    await thread.ask({ do: 'count' });
    const failed = thread.ask({ do: 'hang' }).catch(String);
    // It is asked in the next turn.
    await new Promise(setImmediate);
    await thread.close();
    expect(await failed).toContain('A worker thread failed');
    expect(await thread.ask({ do: 'count' })).toBe(1);
  });

  it('answers one question after the other, all in one thread', async () => {
    const answers = await Promise.all([
      thread.ask({ do: 'echo', value: 'größer' }),
      thread.ask({ do: 'count' }),
      thread.ask({ do: 'count' }),
    ]);
    expect(answers).toEqual(['größer', 2, 3]);
  });

  it('leaves the event loop alone while it is busy', async () => {
    thread = create({ timeLimit: 1_000 });
    await thread.ask({ do: 'count' });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await expect(thread.ask({ do: 'hang' })).rejects.toThrow('was ended');
    delay.disable();
    // A question that ran here would have held it up for a whole second.
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it('ends what takes too long, and answers the next', async () => {
    thread = create({ timeLimit: 200 });
    await thread.ask({ do: 'count' });
    const both = [thread.ask({ do: 'hang' }), thread.ask({ do: 'count' })];
    await expect(both[0]).rejects.toMatchObject({
      reason: { kind: 'timeout', milliseconds: 200 },
      message: 'It took longer than 0.2 s and was ended',
    });
    expect(await both[1]).toBe(1);
  });

  it('ends what takes too much memory, and answers the next', async () => {
    await expect(thread.ask({ do: 'fill' })).rejects.toMatchObject({
      reason: { kind: 'memory', bytes: 64 * MEBIBYTE },
      message: 'It took more than 64 MiB of memory and was ended',
    });
    expect(await thread.ask({ do: 'count' })).toBe(1);
  });

  it('ends what nobody wants to know any more, and answers the next', async () => {
    await thread.ask({ do: 'count' });
    const controller = new AbortController();
    const left = thread.ask({ do: 'hang' }, controller.signal);
    setTimeout(() => controller.abort(new Error('gone')), 50);
    await expect(left).rejects.toThrow('gone');
    expect(await thread.ask({ do: 'count' })).toBe(1);
  });

  it('does not ask for who has left while others were answered', async () => {
    const controller = new AbortController();
    const first = thread.ask({ do: 'count' });
    const left = thread.ask({ do: 'count' }, controller.signal);
    const next = thread.ask({ do: 'count' });
    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(await Promise.all([first, next])).toEqual([1, 2]);
  });

  it.each<[Order['do'] & ('throw' | 'exit'), string, number]>([
    ['throw', 'A worker thread failed; caused by RangeError: as told', 2],
    [
      'exit',
      'A worker thread failed; caused by Error: worker exited with code: 3',
      1,
    ],
  ])(
    'says so when the thread fails by itself: %s',
    async (order, message, next) => {
      await expect(thread.ask({ do: order })).rejects.toMatchObject({
        reason: { kind: 'failed' },
        message,
      });
      expect(await thread.ask({ do: 'count' })).toBe(next);
    },
  );

  it('says so where there is no such module, each time', async () => {
    thread = create({ file: join(__dirname, 'none.ts') });
    for (let index = 0; index < 2; index++) {
      await expect(thread.ask({ do: 'count' })).rejects.toThrow(
        'A worker thread failed',
      );
    }
  });
});
