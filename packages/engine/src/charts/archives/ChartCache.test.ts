import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartCache, digestOf } from './ChartCache';

describe('ChartCache', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chart-cache-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  const content = (letter: string) => Buffer.from(letter.repeat(100));
  const digest = (letter: string) => digestOf(content(letter));

  /** As if it had been used this many seconds ago. */
  async function age(letter: string, seconds: number) {
    const time = new Date(Date.now() - seconds * 1000);
    await utimes(join(directory, `${digest(letter)}.tgz`), time, time);
  }

  it('gives what was kept, also to the next process', async () => {
    await ChartCache.create({ directory }).set(digest('a'), content('a'));
    const next = ChartCache.create({ directory });
    expect(await next.get(digest('a'))).toEqual(content('a'));
    expect(await next.get(digest('b'))).toBeUndefined();
  });

  it('has nothing where its directory is not there', async () => {
    const cache = ChartCache.create({ directory: join(directory, 'none') });
    expect(await cache.get(digest('a'))).toBeUndefined();
    await cache.set(digest('a'), content('a'));
    expect(await cache.get(digest('a'))).toEqual(content('a'));
  });

  it('drops what was not used for longest when it becomes too much', async () => {
    const cache = ChartCache.create({ directory, limit: 250 });
    await cache.set(digest('a'), content('a'));
    await cache.set(digest('b'), content('b'));
    await age('a', 20);
    await age('b', 10);
    await cache.get(digest('a'));
    await cache.set(digest('c'), content('c'));
    expect((await readdir(directory)).sort()).toEqual(
      [`${digest('a')}.tgz`, `${digest('c')}.tgz`].sort(),
    );
  });

  it('removes what is not what its name says', async () => {
    const cache = ChartCache.create({ directory });
    await cache.set(digest('a'), content('a'));
    await writeFile(join(directory, `${digest('a')}.tgz`), 'half');
    expect(await cache.get(digest('a'))).toBeUndefined();
    expect(await readdir(directory)).toEqual([]);
  });

  it('removes what somebody left unfinished long ago, and nothing that is being written', async () => {
    const cache = ChartCache.create({ directory });
    const [old, young] = ['old.unfinished', 'young.unfinished'];
    await writeFile(join(directory, old), '');
    await writeFile(join(directory, young), '');
    const time = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(join(directory, old), time, time);
    await cache.set(digest('a'), content('a'));
    expect(await readdir(directory)).toEqual(
      expect.arrayContaining([young, `${digest('a')}.tgz`]),
    );
    expect(await readdir(directory)).not.toContain(old);
  });
});
