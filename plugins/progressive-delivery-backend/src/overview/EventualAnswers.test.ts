import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { EventualAnswers } from './EventualAnswers';

const PATIENCE = 20;

const of = (subject: string, key = subject) => ({ key, subject });

describe('EventualAnswers', () => {
  const create = (options: { most?: number; longest?: number } = {}) =>
    EventualAnswers.create<string>({
      longest: options.longest ?? 60_000,
      most: options.most ?? 10,
    });
  /** Work that ends when it is told to. */
  const slow = () => {
    const ended = new EventEmitter();
    const work = {
      started: 0,
      resolve: (value: string) => ended.emit('ended', value),
      run: async ({
        onProgress,
      }: {
        onProgress: (partial: string) => void;
      }): Promise<string> => {
        work.started++;
        onProgress('half');
        const [value] = await once(ended, 'ended');
        return value;
      },
    };
    return work;
  };

  it('gives what is there in time', async () => {
    expect(await create().ask(of('a'), PATIENCE, async () => 'whole')).toEqual({
      state: 'done',
      value: 'whole',
    });
  });

  it('gives what is known so far, and tells the next how it ended, once', async () => {
    const answers = create();
    const work = slow();
    expect(await answers.ask(of('a'), PATIENCE, work.run)).toEqual({
      state: 'pending',
      value: 'half',
    });
    expect(await answers.ask(of('a'), PATIENCE, work.run)).toMatchObject({
      state: 'pending',
    });
    work.resolve('whole');
    await setImmediate();
    expect(await answers.ask(of('a'), PATIENCE, work.run)).toEqual({
      state: 'done',
      value: 'whole',
    });
    expect(work.started).toBe(1);
    expect(await answers.ask(of('a'), PATIENCE, async () => 'newer')).toEqual({
      state: 'done',
      value: 'newer',
    });
  });

  it('says again how it ended last where nothing is known yet', async () => {
    const answers = create();
    const fails = async () => {
      throw new Error('Git is away');
    };
    await expect(answers.ask(of('a'), PATIENCE, fails)).rejects.toThrow(
      'Git is away',
    );
    const never = () => new Promise<string>(() => {});
    await expect(answers.ask(of('a'), PATIENCE, never)).rejects.toThrow(
      'Git is away',
    );
    expect(await answers.ask(of('b'), PATIENCE, never)).toEqual({
      state: 'pending',
    });
  });

  it('gives what was last known as a whole rather than a part of what is new', async () => {
    const answers = create();
    await answers.ask(of('a', 'old commit'), PATIENCE, async () => 'whole');
    const work = slow();
    expect(
      await answers.ask(of('a', 'new commit'), PATIENCE, work.run),
    ).toEqual({ state: 'pending', value: 'whole' });
    expect(
      await answers.ask(of('b', 'its commit'), PATIENCE, work.run),
    ).toEqual({ state: 'pending', value: 'half' });
  });

  it('starts no more than it may, and gives up what takes too long', async () => {
    const answers = create({ most: 1, longest: 40 });
    const never = ({ signal }: { signal: AbortSignal }) =>
      new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const second = jest.fn(async () => 'second');
    const first = answers.ask(of('a'), PATIENCE, never);
    expect(await answers.ask(of('b'), PATIENCE, second)).toEqual({
      state: 'pending',
    });
    expect(second).not.toHaveBeenCalled();
    expect(await first).toMatchObject({ state: 'pending' });
    await new Promise(resolve => setTimeout(resolve, 60));
    await expect(answers.ask(of('a'), PATIENCE, never)).rejects.toThrow(
      /timeout/,
    );
    expect(await answers.ask(of('b'), PATIENCE, second)).toMatchObject({
      state: 'done',
    });
  });
});
