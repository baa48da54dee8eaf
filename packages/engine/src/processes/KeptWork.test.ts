import { setTimeout } from 'node:timers/promises';
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

  describe('where work fails', () => {
    const failing = (message: string) =>
      jest.fn(async () => {
        throw new Error(message);
      });

    it('does it again, unless failures are kept', async () => {
      const kept = KeptWork.create<string[]>({ size: 10 });
      await expect(kept.get('a', failing('no'))).rejects.toThrow('no');
      expect(
        await kept.get('a', async () => ({ result: ['yes'], size: 1 })),
      ).toEqual(['yes']);
    });

    it('keeps failures for as long as it is told', async () => {
      const kept = KeptWork.create<string[]>({
        size: 10,
        keepFailure: error =>
          ({ 'Error: always': Infinity, 'Error: a while': 500 }[String(error)]),
      });
      const ask = async (message: string) => {
        const work = failing(message);
        await expect(kept.get(message, work)).rejects.toThrow(message);
        await expect(kept.get(message, work)).rejects.toThrow(message);
        return work.mock.calls.length;
      };
      expect(await ask('always')).toBe(1);
      expect(await ask('a while')).toBe(1);
      expect(await ask('not at all')).toBe(2);
      const again = failing('a while');
      await setTimeout(600);
      await expect(kept.get('a while', again)).rejects.toThrow('a while');
      expect(again).toHaveBeenCalled();
    });

    it('keeps nothing of what nobody waits for any longer', async () => {
      const kept = KeptWork.create<string[]>({
        size: 10,
        keepFailure: () => Infinity,
      });
      const controller = new AbortController();
      const ended = jest.fn();
      const left = kept.get(
        'a',
        shared =>
          new Promise((_, reject) => {
            shared.addEventListener('abort', () => {
              ended();
              reject(new Error('ended'));
            });
          }),
        controller.signal,
      );
      controller.abort(new Error('gone'));
      await expect(left).rejects.toThrow('gone');
      expect(ended).toHaveBeenCalled();
      expect(
        await kept.get('a', async () => ({ result: ['yes'], size: 1 })),
      ).toEqual(['yes']);
    });
  });
});
