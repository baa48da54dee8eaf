import { existsSync } from 'node:fs';
import { LifeLine } from './__testUtils__/LifeLine';
import runningWorker, { RunningOrder } from './__testUtils__/runningWorker';
import { WorkerPool } from './WorkerPool';

const MEBIBYTE = 1024 * 1024;

// A thread that reads TypeScript takes its time to start.
jest.setTimeout(60_000);

describe('processes of a worker are gone with their folder', () => {
  let pool: WorkerPool;
  let line: LifeLine;

  const start = (then: RunningOrder['then'], timeLimit = 60_000) => {
    const controller = new AbortController();
    const outcome = pool
      .run(
        runningWorker,
        { pipe: line.path, then },
        { timeLimit, signal: controller.signal },
      )
      .catch(String);
    return { outcome, leave: () => controller.abort(new Error('gone')) };
  };

  beforeEach(() => {
    pool = WorkerPool.create({ threads: 1, memoryLimit: 64 * MEBIBYTE });
    line = LifeLine.create();
  });
  afterEach(() => pool.close());

  it.each(['wait', 'hang'] as const)(
    'when nobody waits any longer for a thread that would %s',
    async then => {
      const { leave, outcome } = start(then);
      const folder = await line.heard();
      leave();
      expect(await outcome).toBe('Error: gone');
      expect(existsSync(folder)).toBe(false);
      await line.end();
    },
  );

  it.each<[RunningOrder['then'], RegExp]>([
    ['leave', /^\/.*progressive-delivery-worker-/],
    ['throw', /as told/],
    ['fill', /took more than 64 MiB/],
  ])('when the thread itself comes to an end: %s', async (then, says) => {
    const { outcome } = start(then);
    const folder = await line.heard();
    expect(await outcome).toMatch(says);
    expect(existsSync(folder)).toBe(false);
    await line.end();
  });

  it('when its time is up', async () => {
    const { outcome } = start('hang', 3_000);
    const folder = await line.heard();
    expect(await outcome).toMatch('took longer than 3 s');
    expect(existsSync(folder)).toBe(false);
    await line.end();
  });

  it('when the pool is closed', async () => {
    const { outcome } = start('hang');
    const folder = await line.heard();
    await pool.close();
    expect(existsSync(folder)).toBe(false);
    await line.end();
    expect(await outcome).toMatch('A worker thread failed');
  });

  it('and the next question waits until they are', async () => {
    const { leave } = start('hang');
    const folder = await line.heard();
    const next = LifeLine.create();
    leave();
    const following = pool
      .run(
        runningWorker,
        { pipe: next.path, then: 'leave' },
        { timeLimit: 60_000 },
      )
      .then(() => {});
    await next.heard();
    expect(existsSync(folder)).toBe(false);
    await Promise.all([line.end(), following]);
    await next.end();
  });
});
