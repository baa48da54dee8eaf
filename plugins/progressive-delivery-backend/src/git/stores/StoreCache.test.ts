import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import { KeptStore, StoreCache } from './StoreCache';

const MEBIBYTE = 1024 * 1024;

/** A directory with so many bytes in it, that can be in use. */
class Folder implements KeptStore {
  inUse = false;
  readonly compact = jest.fn(async () => {});

  constructor(readonly directory: string) {}

  async fill(mebibytes: number, usedAt: number): Promise<void> {
    await mkdir(join(this.directory, 'objects'), { recursive: true });
    await writeFile(
      join(this.directory, 'objects', 'pack'),
      Buffer.alloc(mebibytes * MEBIBYTE, 'x'),
    );
    await utimes(this.directory, usedAt, usedAt);
  }

  async discard(): Promise<boolean> {
    if (!this.inUse) {
      await rm(this.directory, { recursive: true });
    }
    return !this.inUse;
  }

  get kept(): boolean {
    return existsSync(this.directory);
  }
}

jest.setTimeout(30_000);

describe('StoreCache', () => {
  let directory: string;
  let cache: StoreCache<Folder>;
  const logger = mockServices.logger.mock();
  const create = (mebibytes: number, restAfter?: number) =>
    StoreCache.create<Folder>({
      directory,
      limit: mebibytes * MEBIBYTE,
      logger,
      restAfter,
    });
  const folder = (key: string) => cache.get(key, path => new Folder(path));

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-cache-'));
    cache = create(5);
    logger.info.mockClear();
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('has one store a key, each in a directory of its own', () => {
    expect(folder('a')).toBe(folder('a'));
    expect(folder('b').directory).not.toBe(folder('a').directory);
    expect(Array.from(cache.all())).toEqual([folder('a'), folder('b')]);
  });

  it('keeps all while there is room', async () => {
    await folder('a').fill(2, 1);
    await folder('b').fill(2, 2);
    await cache.tidy();
    expect([folder('a').kept, folder('b').kept]).toEqual([true, true]);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('gives up those that nobody used for longest, and no more than it must', async () => {
    cache = create(6);
    await folder('a').fill(2, 3);
    await folder('b').fill(2, 1);
    await folder('c').fill(2, 2);
    await folder('d').fill(1, 4);
    await cache.tidy();
    expect(['a', 'b', 'c', 'd'].map(key => folder(key).kept)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('never gives up one that is in use, but does when it is not any more', async () => {
    await folder('a').fill(3, 1);
    await folder('b').fill(3, 2);
    folder('a').inUse = true;
    folder('b').inUse = true;
    await cache.tidy();
    expect([folder('a').kept, folder('b').kept]).toEqual([true, true]);
    // It is looked again without being asked.
    folder('a').inUse = false;
    while (folder('a').kept) {
      await setTimeout(50);
    }
    expect(folder('b').kept).toBe(true);
  });

  it('counts what an earlier process left, and gives it up like the others', async () => {
    await folder('a').fill(3, 1);
    await folder('b').fill(3, 2);
    const earlier = folder('a');
    cache = create(5);
    await folder('b').fill(3, 2);
    await cache.tidy();
    expect([earlier.kept, folder('b').kept]).toEqual([false, true]);
  });

  it('removes what is left of a store that was never finished, when it is old', async () => {
    const hour = Date.now() / 1000 - 3600;
    await folder('a').fill(1, hour);
    for (const [name, usedAt] of [
      ['old.4f', hour],
      ['new.4f', Date.now() / 1000],
    ] as const) {
      await mkdir(join(directory, name));
      await utimes(join(directory, name), usedAt, usedAt);
    }
    await cache.tidy();
    expect(
      (await readdir(directory)).filter(name => name.includes('.')),
    ).toEqual(['new.4f']);
    expect(folder('a').kept).toBe(true);
  });

  it('has nothing to do before there is anything', async () => {
    await rm(directory, { recursive: true });
    await expect(cache.tidy()).resolves.toBeUndefined();
  });

  it('makes one compact that has grown and had its rest, once', async () => {
    cache = create(5, 50);
    const a = folder('a');
    for (let growth = 0; growth < 3; growth++) {
      cache.grew(a);
    }
    folder('b');
    await eventually(() => expect(a.compact).toHaveBeenCalled());
    await cache.close();
    expect(a.compact).toHaveBeenCalledTimes(1);
    expect(folder('b').compact).not.toHaveBeenCalled();
  });

  it('says what could not be made compact', async () => {
    cache = create(5, 1);
    folder('a').compact.mockRejectedValue(new Error('no space left'));
    cache.grew(folder('a'));
    await eventually(() =>
      expect(logger.warn).toHaveBeenCalledWith(
        'A cached repository could not be made compact',
        expect.objectContaining({ message: 'no space left' }),
      ),
    );
  });

  it('is closed once what it has begun is done', async () => {
    cache = create(5, 1);
    let finished = false;
    folder('a').compact.mockImplementation(async () => {
      await setTimeout(50);
      finished = true;
    });
    cache.grew(folder('a'));
    await eventually(() => expect(folder('a').compact).toHaveBeenCalled());
    await cache.close();
    expect(finished).toBe(true);
  });

  it('looks again for who asks while it does', async () => {
    await folder('a').fill(3, 1);
    const first = cache.tidy();
    await folder('b').fill(3, 2);
    await Promise.all([first, cache.tidy()]);
    expect([folder('a').kept, folder('b').kept]).toEqual([false, true]);
  });
});
