import { SharedWork } from './SharedWork';

/** Work that ends when it is told to, and remembers the signals that it was started with. */
class Workshop {
  readonly started: AbortSignal[] = [];
  private readonly ends: {
    resolve: (value: string) => void;
    reject: (error: Error) => void;
  }[] = [];

  readonly work = (signal: AbortSignal) => {
    this.started.push(signal);
    return new Promise<string>((resolve, reject) =>
      this.ends.push({ resolve, reject }),
    );
  };

  finish(index: number, value: string) {
    this.ends[index].resolve(value);
  }

  fail(index: number, message: string) {
    this.ends[index].reject(new Error(message));
  }
}

describe('SharedWork', () => {
  let shared: SharedWork<string>;
  let workshop: Workshop;
  const run = (key: string, signal?: AbortSignal) =>
    shared.run(key, workshop.work, signal);

  beforeEach(() => {
    shared = SharedWork.create();
    workshop = new Workshop();
  });

  it('does the same once for all who ask at the same time', async () => {
    const all = [run('a'), run('a'), run('a', new AbortController().signal)];
    expect(workshop.started).toHaveLength(1);
    workshop.finish(0, 'done');
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
  });

  it('does different things side by side', async () => {
    const a = run('a');
    const b = run('b');
    expect(workshop.started).toHaveLength(2);
    workshop.finish(1, 'b');
    expect(await b).toBe('b');
    workshop.finish(0, 'a');
    expect(await a).toBe('a');
  });

  it('does it again for who asks afterwards', async () => {
    const first = run('a');
    workshop.finish(0, 'first');
    expect(await first).toBe('first');
    const second = run('a');
    workshop.finish(1, 'second');
    expect(await second).toBe('second');
  });

  it('gives all the same failure, and starts anew after it', async () => {
    const all = [run('a'), run('a')];
    workshop.fail(0, 'broken');
    for (const one of all) {
      await expect(one).rejects.toThrow('broken');
    }
    const again = run('a');
    workshop.finish(1, 'mended');
    expect(await again).toBe('mended');
  });

  it('lets one leave at once and goes on for the others', async () => {
    const leaving = new AbortController();
    const left = run('a', leaving.signal);
    const staying = run('a');
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(workshop.started[0].aborted).toBe(false);
    workshop.finish(0, 'done');
    expect(await staying).toBe('done');
  });

  it('stops the work when the last has left', async () => {
    const controllers = [new AbortController(), new AbortController()];
    const all = controllers.map(({ signal }) => run('a', signal));
    controllers[0].abort(new Error('first gone'));
    await expect(all[0]).rejects.toThrow('first gone');
    controllers[1].abort(new Error('second gone'));
    await expect(all[1]).rejects.toThrow('second gone');
    expect(workshop.started[0].aborted).toBe(true);
  });

  it('does not hand stopped work to who comes next, whatever becomes of it', async () => {
    const controller = new AbortController();
    const left = run('a', controller.signal);
    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');

    const next = run('a');
    expect(workshop.started).toHaveLength(2);
    workshop.fail(0, 'stopped');
    const joined = run('a');
    expect(workshop.started).toHaveLength(2);
    workshop.finish(1, 'done');
    expect(await Promise.all([next, joined])).toEqual(['done', 'done']);
  });

  it('starts nothing for who has left before', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(run('a', signal)).rejects.toThrow('gone');
    expect(workshop.started).toEqual([]);
  });
});
