import { KeptWork } from './KeptWork';

describe('KeptWork', () => {
  it('does the same work once, whether it is asked for at the same time or later', async () => {
    const kept = KeptWork.create<string[]>({ size: 10 });
    const work = jest.fn(async () => ({ result: ['a'], size: 1 }));
    const [one, other] = await Promise.all([
      kept.get('a', work),
      kept.get('a', work),
    ]);
    expect(one).toBe(other);
    expect(await kept.get('a', work)).toBe(one);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('forgets what was not asked for the longest where it becomes too much, and never keeps what is more', async () => {
    const kept = KeptWork.create<string[]>({ size: 10 });
    const get = async (key: string, size: number) => {
      const work = jest.fn(async () => ({ result: [key], size }));
      await kept.get(key, work);
      return work.mock.calls.length;
    };
    expect(await get('a', 4)).toBe(1);
    expect(await get('b', 4)).toBe(1);
    expect(await get('a', 4)).toBe(0);
    expect(await get('c', 4)).toBe(1);
    expect(await get('a', 4)).toBe(0);
    expect(await get('b', 4)).toBe(1);
    expect(await get('too much', 11)).toBe(1);
    expect(await get('too much', 11)).toBe(1);
  });

  it('does again what has failed', async () => {
    const kept = KeptWork.create<string[]>({ size: 10 });
    const fail = async () => {
      throw new Error('no');
    };
    await expect(kept.get('a', fail)).rejects.toThrow('no');
    expect(
      await kept.get('a', async () => ({ result: ['yes'], size: 1 })),
    ).toEqual(['yes']);
  });
});
