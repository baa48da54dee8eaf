import { setImmediate } from 'node:timers/promises';
import { FairLimit } from './FairLimit';

describe('FairLimit', () => {
  const started: string[] = [];
  let release: (() => void)[];
  const task = (name: string) => async () => {
    started.push(name);
    await new Promise<void>(resolve => release.push(resolve));
    return name;
  };
  const finishOne = async () => {
    release.shift()!();
    await setImmediate();
  };

  beforeEach(() => {
    started.length = 0;
    release = [];
  });

  it('takes turns between queues, and keeps the order within each', async () => {
    const limit = FairLimit.create({ concurrency: 1 });
    const results = [
      ...['large 1', 'large 2', 'large 3'].map(name =>
        limit.run('large', task(name)),
      ),
      limit.run('small', task('small 1')),
      limit.run('other', task('other 1')),
    ];
    for (let done = 0; done < 5; done++) {
      await setImmediate();
      await finishOne();
    }
    expect(started).toEqual([
      'large 1',
      'large 2',
      'small 1',
      'other 1',
      'large 3',
    ]);
    expect(await Promise.all(results)).toHaveLength(5);
  });

  it('runs as many at a time as it may, and goes on after one that fails', async () => {
    const limit = FairLimit.create({ concurrency: 2 });
    const failed = limit.run('a', async () => {
      throw new Error('failed');
    });
    const others = ['1', '2', '3'].map(name => limit.run('a', task(name)));
    await expect(failed).rejects.toThrow('failed');
    await setImmediate();
    expect(started).toEqual(['1', '2']);
    await finishOne();
    expect(started).toEqual(['1', '2', '3']);
    release.forEach(each => each());
    await Promise.all(others);
  });
});
