import { StoreLock } from './StoreLock';

describe('StoreLock', () => {
  let lock: StoreLock;
  let events: string[];

  /** Work that says when it begins, and ends when it is told to. */
  const work = (name: string) => {
    let finish: () => void = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    const run = async () => {
      events.push(name);
      await finished;
      return name;
    };
    return { run, finish };
  };
  const settle = () => new Promise(setImmediate);

  beforeEach(() => {
    lock = StoreLock.create();
    events = [];
  });

  it('lets many work at the same time', async () => {
    const [a, b] = [work('a'), work('b')];
    const both = [lock.shared(a.run), lock.shared(b.run)];
    await settle();
    expect(events).toEqual(['a', 'b']);
    expect(lock.inUse).toBe(true);
    a.finish();
    b.finish();
    expect(await Promise.all(both)).toEqual(['a', 'b']);
    expect(lock.inUse).toBe(false);
  });

  it('lets one begin alone when the others have ended, and others after it', async () => {
    const [a, alone, b, aloneToo] = ['a', 'alone', 'b', 'alone too'].map(work);
    const all = [
      lock.shared(a.run),
      lock.exclusive(alone.run),
      lock.shared(b.run),
      lock.exclusive(aloneToo.run),
    ];
    await settle();
    expect(events).toEqual(['a']);
    a.finish();
    await settle();
    expect(events).toEqual(['a', 'alone']);
    expect(lock.inUse).toBe(true);
    alone.finish();
    b.finish();
    aloneToo.finish();
    await Promise.all(all);
    expect(events.slice(2).sort()).toEqual(['alone too', 'b']);
    expect(lock.inUse).toBe(false);
  });

  it('goes on after work that failed', async () => {
    const fail = async () => {
      throw new Error('broken');
    };
    await expect(lock.exclusive(fail)).rejects.toThrow('broken');
    await expect(lock.shared(fail)).rejects.toThrow('broken');
    expect(lock.inUse).toBe(false);
    expect(await lock.exclusive(async () => 'mended')).toBe('mended');
  });
});
